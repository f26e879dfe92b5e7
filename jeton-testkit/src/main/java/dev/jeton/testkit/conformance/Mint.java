package dev.jeton.testkit.conformance;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** How the runner makes a token of its own. */
sealed interface Mint {

    /** Something that is sent in a token's place as it stands. */
    record Raw(String text) implements Mint {}

    /** A token signed with {@code alg} and {@code key}, whatever its header says. */
    record Signed(
            String alg,
            String key,
            Map<String, @Nullable Object> header,
            Payload payload,
            Tamper tamper)
            implements Mint {}

    /** Claims, which may hold {@code {"<now>": n}}, or else a text that is signed as it stands. */
    record Payload(
            Map<String, @Nullable Object> claims, @Nullable String text) {}

    /** What happens to the token after it has been signed. */
    enum Tamper {
        NOTHING,
        SIGNATURE,
        PAYLOAD,
        STRIPPED
    }
}
