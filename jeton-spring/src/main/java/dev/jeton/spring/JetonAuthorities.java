package dev.jeton.spring;

import dev.jeton.jwt.VerifiedJwt;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.Collection;
import java.util.stream.Stream;

/** What Spring Security lets the bearer of a token do. */
@FunctionalInterface
public interface JetonAuthorities {
    /** The authorities that a token gives; called once for each authentication. */
    Collection<? extends GrantedAuthority> of(VerifiedJwt jwt);

    /** {@code ROLE_admin} for the role {@code admin}, and {@code SCOPE_read} for the scope {@code read}. */
    static JetonAuthorities rolesAndScopes() {
        return jwt -> Stream.concat(
                        jwt.roles().stream().map(role -> "ROLE_" + role),
                        jwt.scopes().stream().map(scope -> "SCOPE_" + scope))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
