package dev.jeton.examples.site;

import dev.jeton.Jeton;
import dev.jeton.Tokens;
import dev.jeton.jwt.VerifiedJwt;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/** How a login begins, whichever page or program asks for it. */
@Component
class Logins {
    private static final String PASSWORD_VERSION = "password_version";

    /** For how long after it the account page opens. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Jeton jeton;

    Logins(Jeton jeton) {
        this.jeton = jeton;
    }

    /** For programs, which keep their tokens themselves. */
    Tokens begin(Account account) {
        return jeton.login(
                Long.toString(account.id()), // A name could change hands.
                login -> login.freshFor(FRESH).claim(PASSWORD_VERSION, account.passwordVersion()));
    }

    /** For browsers, in cookies. */
    void begin(Account account, HttpServletResponse response) {
        jeton.cookies().set(response::addHeader, begin(account));
    }

    /** Whether the login came before the latest change of the password. */
    static boolean isOfPasswordOf(Account account, VerifiedJwt jwt) {
        return jwt.claim(PASSWORD_VERSION, Long.class)
                .equals(Optional.of(account.passwordVersion()));
    }
}
