package dev.jeton.spring;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.Outcome;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

import java.util.Collection;
import java.util.Objects;

/** A good token, as Spring Security sees it. Its name is the subject, and its principal the user that was looked up, or else the token. */
public final class JetonAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient VerifiedJwt jwt;
    private final transient Object principal;

    /** What Spring Security is told of a request that was let through. */
    public JetonAuthentication(
            Outcome.Authenticated outcome, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.jwt = outcome.jwt();
        this.principal = Objects.requireNonNullElse(outcome.user(), jwt);
        setAuthenticated(true);
    }

    /** The token. */
    public VerifiedJwt jwt() {
        return jwt;
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    /** Nothing: the text of the token is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return jwt.subject();
    }
}
