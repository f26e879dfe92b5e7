package dev.jeton.spring;

/** The attack catalogue against Spring MVC with Spring Security. */
class MvcSecurityAttackTest extends SpringAttack {
    MvcSecurityAttackTest() {
        super(Stack.MVC_SECURITY);
    }
}
