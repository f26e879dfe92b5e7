package dev.jeton;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.session.RevocationCheck;

/** Two checks, either of which may say that a token is revoked. */
record EitherRevocation(RevocationCheck first, RevocationCheck second) implements RevocationCheck {
    @Override
    public boolean isRevoked(VerifiedJwt jwt) {
        return first.isRevoked(jwt) || second.isRevoked(jwt);
    }

    @Override
    public boolean isBlocking() {
        return first.isBlocking() || second.isBlocking();
    }
}
