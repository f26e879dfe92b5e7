package dev.jeton.jwt.wire;

import dev.jeton.jwt.TokenDraft;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.BiConsumer;

/** How claims stand on the wire: the names a draft is written under, and what the application sees of verified ones. */
public interface ClaimLayout {
    /** The claim that holds the subject, such as {@code sub}. */
    String subjectClaim();

    /** Whether additional claims stand apart from the registered ones, and so cannot replace any. */
    default boolean keepsAdditionsApart() {
        return false;
    }

    /** Names the claims to sign, in order and each once. */
    void write(TokenDraft draft, BiConsumer<String, @Nullable Object> claims);

    /** The verified claims with the layout's defaults. The given map cannot be changed; it may be returned as it is. */
    Map<String, @Nullable Object> view(Map<String, @Nullable Object> verified);
}
