package dev.jeton.web.wire;

import dev.jeton.jwt.wire.Examined;
import dev.jeton.web.Location;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What a profile may look at to word a refusal, and never to decide one.
 *
 * @param notes the notes of the locations that held no token or were refused, in the order of the search
 * @param searched the locations that were to be searched, in order
 * @param token the raw text of the token, where one was found
 * @param csrf the double-submit value that came with it
 * @param csrfNeeded whether one was needed
 * @param examined the token, where its signature held
 */
public record Evidence(
        Map<Location, String> notes,
        List<Location> searched,
        @Nullable String token,
        @Nullable String csrf,
        boolean csrfNeeded,
        @Nullable Examined examined) {
    /** Without the token's text. */
    @Override
    public String toString() {
        return "Evidence[searched=" + searched + "]";
    }
}
