package dev.jeton.spring;

/** Requests that must not be mixed up, against Spring WebFlux with Spring Security. */
class WebFluxSecurityIsolationTest extends SpringIsolation {
    WebFluxSecurityIsolationTest() {
        super(Stack.WEBFLUX_SECURITY);
    }
}
