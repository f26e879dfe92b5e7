package dev.jeton.spring;

/** The attack catalogue against Spring WebFlux with Spring Security. */
class WebFluxSecurityAttackTest extends SpringAttack {
    WebFluxSecurityAttackTest() {
        super(Stack.WEBFLUX_SECURITY);
    }
}
