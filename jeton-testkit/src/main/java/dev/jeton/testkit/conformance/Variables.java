package dev.jeton.testkit.conformance;

import dev.jeton.testkit.conformance.ConformanceCase.Pair;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ${...}} stands for: a saved value, a minted token, or a claim of either. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String MINT = "mint:";
    private static final String CLAIM = "claim:";

    private final Map<String, String> minted;
    private final Map<String, @Nullable Object> saved = new HashMap<>();

    Variables(Map<String, String> minted) {
        this.minted = Map.copyOf(minted);
    }

    void save(String name, @Nullable Object value) {
        saved.put(name, value);
    }

    /** The text with its variables replaced; what they stand for is not searched again. */
    String inText(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(asText(value(match.group(1)))));
    }

    /** The value with the variables of all its texts replaced; a text that is one variable may become a number. */
    @Nullable
    Object in(@Nullable Object value) {
        return Json.replaced(value, some -> some instanceof String text ? ofText(text) : some);
    }

    private @Nullable Object ofText(String text) {
        Matcher whole = VARIABLE.matcher(text);
        return whole.matches() ? value(whole.group(1)) : inText(text);
    }

    List<Pair> in(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Pair(inText(pair.name()), inText(pair.value())))
                .toList();
    }

    private @Nullable Object value(String name) {
        if (name.startsWith(MINT)) {
            return minted(name.substring(MINT.length()));
        }
        if (name.startsWith(CLAIM)) {
            return claim(name.substring(CLAIM.length()));
        }
        if (saved.containsKey(name)) {
            return saved.get(name);
        }
        throw new NotUnderstoodException("unknown variable \"" + name + "\"");
    }

    private String minted(String name) {
        String token = minted.get(name);
        if (token == null) {
            throw new NotUnderstoodException("unknown variable \"mint:" + name + "\"");
        }
        return token;
    }

    private @Nullable Object claim(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw new NotUnderstoodException("\"claim:" + path + "\" names no claim");
        }
        String name = path.substring(0, dot);
        String claim = path.substring(dot + 1);
        Object token = saved.containsKey(name) ? saved.get(name) : minted(name);
        Map<String, @Nullable Object> claims = DecodedToken.of(asText(token)).claims();
        if (!claims.containsKey(claim)) {
            throw new NotUnderstoodException(
                    "the token \"" + name + "\" has no claim \"" + claim + "\"");
        }
        return claims.get(claim);
    }

    private static String asText(@Nullable Object value) {
        return value instanceof String text ? text : Json.write(value);
    }
}
