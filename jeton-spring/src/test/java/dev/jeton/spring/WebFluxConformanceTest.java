package dev.jeton.spring;

/** The recorded cases against Spring WebFlux. */
class WebFluxConformanceTest extends SpringConformance {
    WebFluxConformanceTest() {
        super(Stack.WEBFLUX);
    }
}
