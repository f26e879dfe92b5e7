package dev.jeton.spring;

/** Requests that must not be mixed up, against Spring MVC with Spring Security. */
class MvcSecurityIsolationTest extends SpringIsolation {
    MvcSecurityIsolationTest() {
        super(Stack.MVC_SECURITY);
    }
}
