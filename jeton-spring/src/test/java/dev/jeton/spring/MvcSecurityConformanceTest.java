package dev.jeton.spring;

/** The recorded cases against Spring MVC with Spring Security. */
class MvcSecurityConformanceTest extends SpringConformance {
    MvcSecurityConformanceTest() {
        super(Stack.MVC_SECURITY);
    }
}
