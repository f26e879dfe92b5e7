package dev.jeton.spring;

/** The attack catalogue against Spring WebFlux. */
class WebFluxAttackTest extends SpringAttack {
    WebFluxAttackTest() {
        super(Stack.WEBFLUX);
    }
}
