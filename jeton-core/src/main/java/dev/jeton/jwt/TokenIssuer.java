package dev.jeton.jwt;

import dev.jeton.failure.SettingsException;
import dev.jeton.internal.Json;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.JwsSigner;
import dev.jeton.jose.KeySource;
import dev.jeton.jwt.wire.Allowance;
import dev.jeton.jwt.wire.ClaimRules;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues tokens in two steps: drafting draws what is random or timed, signing writes the draft down. Safe for use by many
 * threads.
 */
public final class TokenIssuer {
    private final JwtSettings settings;
    private final KeySource keys;
    private final Drawing drawing;
    private final Additions additions;

    public TokenIssuer(KeySource keys, JwtSettings settings) {
        this.settings = settings;
        this.keys = keys;
        this.drawing = new Drawing(settings);
        this.additions = new Additions(settings);
    }

    /**
     * Draws a token of this identity. Throws what a hook throws.
     *
     * @throws IllegalArgumentException for an identity that has no subject, a claim or header parameter that would replace
     *     one of Jeton's or is no JSON, and a time that the configuration does not allow
     */
    public TokenDraft draft(TokenType type, Object identity, TokenOptions options) {
        return new TokenDraft(
                type,
                identity,
                subject(type, identity),
                drawing.draw(type, options),
                settings.issuing().issuer(),
                audience(options),
                additions.claims(identity, type, options.claims()),
                additions.headers(identity, type, options.headers()));
    }

    /**
     * Draws a token for the subject of another one, whose additional claims it takes over. The subject stands for the identity:
     * the hooks for claims and headers are asked about it, and what they say now goes before what was taken over.
     *
     * @throws IllegalArgumentException as {@link #draft}
     */
    public TokenDraft draftAfter(VerifiedJwt predecessor, TokenType type, TokenOptions options) {
        String subject = predecessor.subject();
        return new TokenDraft(
                type,
                subject,
                subject,
                drawing.draw(type, options),
                settings.issuing().issuer(),
                audience(options),
                additions.claimsAfter(predecessor, type, options.claims()),
                additions.headers(subject, type, options.headers()));
    }

    private List<String> audience(TokenOptions options) {
        List<String> given = options.givenAudience();
        return given == null ? settings.issuing().audience() : given;
    }

    /**
     * Signs a draft; the same draft gives the same claims each time.
     *
     * @throws IllegalArgumentException for a token of over 8,192 characters or a header of over 1,024 bytes, with the size
     * @throws IllegalStateException when the key ring has no signing key
     */
    public String sign(TokenDraft draft) {
        byte[] payload = Json.write(claims -> settings.layout().write(draft, claims));
        JwsKey key = signingKey(draft.identity());
        return draft.headers().containsKey("kid")
                ? signUnderGivenKid(key, draft.headers(), payload)
                : JwsSigner.sign(key, draft.headers(), payload);
    }

    /** A kid is the key's to say; only a key without a name leaves it to the application. */
    private static String signUnderGivenKid(
            JwsKey key, Map<String, @Nullable Object> headers, byte[] payload) {
        if (key.isNamed() || !(headers.get("kid") instanceof String kid)) {
            throw new IllegalArgumentException(
                    "an additional header parameter may not replace kid: name the key instead");
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(headers);
        others.remove("kid");
        return JwsSigner.sign(named(key, kid), others, payload);
    }

    private static JwsKey named(JwsKey key, String kid) {
        try {
            return key.withKid(kid);
        } catch (SettingsException unfit) {
            throw new IllegalArgumentException(unfit.problems().get(0), unfit);
        }
    }

    private JwsKey signingKey(Object identity) {
        JwsKey chosen = settings.issuing().hooks().signingKeyFor(identity);
        return chosen != null ? chosen : keys.ring().signingKey().orElseThrow(TokenIssuer::noKey);
    }

    private static IllegalStateException noKey() {
        return new IllegalStateException(
                "the key ring verifies only: configure a secret or a private key to issue tokens");
    }

    private @Nullable Object subject(TokenType type, Object identity) {
        Object subject = settings.issuing().hooks().subjectOf(identity);
        ClaimRules rules = settings.rules(type);
        boolean good = rules.allows(Allowance.UNCHECKED_ISSUED_SUBJECT)
                || subject instanceof String text
                        && (!text.isEmpty() || rules.allows(Allowance.EMPTY_SUBJECT));
        if (!good) {
            String found = subject == null
                    ? "nothing"
                    : subject instanceof String
                            ? "empty"
                            : "a " + subject.getClass().getName();
            throw new IllegalArgumentException("the subject is " + found
                    + ": give a string that is not empty, or an identity hook that makes one");
        }
        return subject;
    }
}
