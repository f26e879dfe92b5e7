package dev.jeton.spring.boot;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** The application does not ask for Boot's one user by {@code spring.security.user}. */
final class NoUserInProperties extends NoneNestedConditions {
    static final String MEND =
            "no credentials but tokens are known: declare a bean of a UserDetailsService or an AuthenticationProvider";

    NoUserInProperties() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.security.user.name")
    static final class Name {}

    @ConditionalOnProperty("spring.security.user.password")
    static final class Password {}
}
