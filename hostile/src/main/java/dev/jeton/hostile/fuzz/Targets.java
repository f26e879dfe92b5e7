package dev.jeton.hostile.fuzz;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All targets, by name. */
final class Targets {
    private static final Map<String, Supplier<Target<?>>> ALL = all();

    private Targets() {}

    private static Map<String, Supplier<Target<?>>> all() {
        Map<String, Supplier<Target<?>>> all = new LinkedHashMap<>();
        all.put("base64url", Base64UrlTarget::new);
        all.put("compact", CompactTarget::new);
        all.put("json", JsonTarget::new);
        all.put("header", HeaderTarget::new);
        all.put("claims", ClaimsTarget::new);
        all.put("jwk", JwkTarget::new);
        all.put("jwks", JwkSetTarget::new);
        all.put("pem", PemTarget::new);
        all.put("authorization", AuthorizationTarget::new);
        all.put("cookie", CookieTarget::new);
        all.put("query", QueryTarget::new);
        all.put("form", FormTarget::new);
        all.put("body", BodyTarget::new);
        all.put("request", RequestTarget::new);
        all.put("compat", CompatTarget::new);
        return all;
    }

    static Collection<String> names() {
        return ALL.keySet();
    }

    static Target<?> named(String name) {
        Supplier<Target<?>> target = ALL.get(name);
        if (target == null) {
            throw new IllegalArgumentException("no target " + name + ": choose of " + ALL.keySet());
        }
        return target.get();
    }
}
