package dev.jeton.examples.site;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name and a password, and what new ones must be. */
record Credentials(String name, String password) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** BCrypt reads no more. */
    private static final int MOST_BYTES = 72;

    /** Why a new account cannot have them, or empty when it can. */
    Optional<String> problem() {
        return NAME.matcher(name).matches()
                ? passwordProblem(password)
                : Optional.of(
                        "A name has 2 to 32 small letters, digits and hyphens, and begins with a letter.");
    }

    /** Why an account cannot have this password, or empty when it can. */
    static Optional<String> passwordProblem(String password) {
        if (password.length() < 8) {
            return Optional.of("A password has 8 characters at least.");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                ? Optional.of("A password has 72 bytes at most.")
                : Optional.empty();
    }
}
