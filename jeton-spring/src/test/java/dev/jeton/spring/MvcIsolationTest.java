package dev.jeton.spring;

/** Requests that must not be mixed up, against Spring MVC. */
class MvcIsolationTest extends SpringIsolation {
    MvcIsolationTest() {
        super(Stack.MVC);
    }
}
