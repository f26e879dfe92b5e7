package dev.jeton.spring;

/** The recorded cases against Spring WebFlux with Spring Security. */
class WebFluxSecurityConformanceTest extends SpringConformance {
    WebFluxSecurityConformanceTest() {
        super(Stack.WEBFLUX_SECURITY);
    }
}
