package dev.jeton.spring;

/** The attack catalogue against Spring MVC. */
class MvcAttackTest extends SpringAttack {
    MvcAttackTest() {
        super(Stack.MVC);
    }
}
