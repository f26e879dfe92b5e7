package dev.jeton.spring;

/** Requests that must not be mixed up, against Spring WebFlux. */
class WebFluxIsolationTest extends SpringIsolation {
    WebFluxIsolationTest() {
        super(Stack.WEBFLUX);
    }
}
