package dev.jeton.spring;

/** The recorded cases against Spring MVC. */
class MvcConformanceTest extends SpringConformance {
    MvcConformanceTest() {
        super(Stack.MVC);
    }
}
