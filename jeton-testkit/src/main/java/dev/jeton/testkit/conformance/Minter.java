package dev.jeton.testkit.conformance;

import dev.jeton.testkit.TokenForge;
import dev.jeton.testkit.TokenForge.Part;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes the tokens that a case asks for, at one instant. */
final class Minter {
    private static final Set<String> SECRET = Set.of("HS256", "HS384", "HS512");
    private static final Set<String> PAIR = Set.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA");

    private final Keys keys;
    private final Instant now;

    Minter(Keys keys, Instant now) {
        this.keys = keys;
        this.now = now;
    }

    String mint(Mint mint) {
        return mint instanceof Mint.Raw raw ? raw.text() : mint((Mint.Signed) mint);
    }

    private String mint(Mint.Signed mint) {
        String text = mint.payload().text();
        Object claims = atNow(mint.payload().claims());
        TokenForge forge = sign(
                TokenForge.token()
                        .header(Json.write(header(mint)))
                        .payload(text != null ? text : Json.write(claims)),
                mint);
        return switch (mint.tamper()) {
            case NOTHING -> forge.compact();
            case SIGNATURE -> forge.tampered(Part.SIGNATURE).compact();
            case PAYLOAD ->
                forge.payloadReplaced(withOneClaimMore(claims, text)).compact();
            case STRIPPED -> forge.changed(Part.SIGNATURE, signature -> "").compact();
        };
    }

    private TokenForge sign(TokenForge forge, Mint.Signed mint) {
        if (mint.alg().equals("none")) {
            return forge.unsigned();
        }
        if (SECRET.contains(mint.alg())) {
            return forge.signed(
                    mint.alg(), keys.signing(mint.key()).getBytes(StandardCharsets.UTF_8));
        }
        if (PAIR.contains(mint.alg())) {
            return forge.signed(mint.alg(), keys.privateKey(mint.key(), mint.alg()));
        }
        throw new NotUnderstoodException("unknown alg \"" + mint.alg() + "\"");
    }

    private static Map<String, @Nullable Object> header(Mint.Signed mint) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", mint.alg());
        header.put("typ", "JWT");
        mint.header().forEach((name, value) -> {
            if (value == null) {
                header.remove(name);
            } else {
                header.put(name, value);
            }
        });
        return header;
    }

    private static String withOneClaimMore(@Nullable Object claims, @Nullable String text) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(Members.object(
                text == null ? claims : Json.parse(text), "a payload to tamper with"));
        changed.put("tampered", true);
        return Json.write(changed);
    }

    /** The value with each {@code {"<now>": n}} as a NumericDate, whole unless n has a fraction. */
    private @Nullable Object atNow(@Nullable Object value) {
        return Json.replaced(
                value,
                some -> some instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("<now>")
                        ? numericDate(map.get("<now>"))
                        : some);
    }

    private JsonNumber numericDate(@Nullable Object offset) {
        if (offset instanceof JsonNumber number) {
            return JsonNumber.of(BigDecimal.valueOf(now.getEpochSecond()).add(number.value()));
        }
        throw new NotUnderstoodException("\"<now>\" is followed by no number");
    }
}
