package dev.jeton.compat;

import dev.jeton.failure.SettingsException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of an application: one material under each algorithm that may be read, none with a name, so that a kid is neither
 * written nor looked at unless the application chooses by it.
 */
final class SignatureKeys {
    private final Options options;
    private final List<String> problems;

    SignatureKeys(Options options) {
        this.options = options;
        this.problems = options.problems();
    }

    /** The ring, or null when there is a problem. */
    @Nullable
    KeyRing ring() {
        List<JwsKey> keys = new ArrayList<>();
        for (JwsAlgorithm algorithm : algorithms()) {
            key(algorithm).ifPresent(keys::add);
        }
        if (keys.isEmpty() || !problems.isEmpty()) {
            return null;
        }
        JwsKey[] others = keys.subList(1, keys.size()).toArray(JwsKey[]::new);
        return keys.get(0).signs()
                ? KeyRing.of(keys.get(0), others)
                : KeyRing.verifyingOnly(keys.toArray(JwsKey[]::new));
    }

    /** The names of the algorithms that are read, the one that signs first. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(options.text("ALGORITHM"));
        if (options.predecessor() != Predecessor.FASTJWT) {
            names.addAll(options.texts("DECODE_ALGORITHMS"));
        }
        return names;
    }

    /** A key that the application gives as text: a secret, or a private or public PEM. */
    JwsKey of(String text) {
        JwsAlgorithm algorithm = JwsAlgorithm.named(options.text("ALGORITHM")).orElseThrow();
        JwsKey key = isSecret(algorithm)
                ? JwsKey.ofLiteralSecret(algorithm, text)
                : JwsKey.ofPem(algorithm, text);
        return key.withoutKid();
    }

    /** Those that fit the material: an HMAC never gets a public key, nor RSA a secret. */
    private List<JwsAlgorithm> algorithms() {
        List<JwsAlgorithm> named = new ArrayList<>();
        for (String name : names()) {
            JwsAlgorithm.named(name).ifPresentOrElse(named::add, () -> problems.add(unknown(name)));
        }
        return named.stream()
                .filter(each -> family(each).equals(family(named.get(0))))
                .toList();
    }

    private static String unknown(String name) {
        return "there is no algorithm \"" + name
                + "\" for signed tokens: take one of HS256, RS256, PS256, ES256, their 384 and 512, or EdDSA";
    }

    private static boolean isSecret(JwsAlgorithm algorithm) {
        return family(algorithm).equals("secret");
    }

    /** What material the algorithm takes; elliptic curves have one algorithm each. */
    private static String family(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case HS256, HS384, HS512 -> "secret";
            case RS256, RS384, RS512, PS256, PS384, PS512 -> "RSA";
            case ES256, ES384, ES512, EDDSA -> algorithm.jwsName();
        };
    }

    private Optional<JwsKey> key(JwsAlgorithm algorithm) {
        try {
            return (isSecret(algorithm) ? secret(algorithm) : pair(algorithm))
                    .map(JwsKey::withoutKid);
        } catch (SettingsException bad) {
            problems.addAll(bad.problems());
            return Optional.empty();
        }
    }

    private Optional<JwsKey> secret(JwsAlgorithm algorithm) {
        Optional<String> secret = options.secret();
        if (secret.isEmpty()) {
            problems.add("there is no secret: set JWT_SECRET_KEY");
        }
        return secret.map(text -> JwsKey.ofLiteralSecret(algorithm, text));
    }

    private Optional<JwsKey> pair(JwsAlgorithm algorithm) {
        String privatePem = options.text("PRIVATE_KEY");
        String publicPem = options.text("PUBLIC_KEY");
        if (publicPem.isEmpty() && privatePem.isEmpty()) {
            problems.add("there is no key for " + algorithm.jwsName()
                    + ": set JWT_PRIVATE_KEY and JWT_PUBLIC_KEY to PEM texts");
            return Optional.empty();
        }
        if (publicPem.isEmpty() || privatePem.isEmpty()) {
            return Optional.of(JwsKey.ofPem(algorithm, publicPem + privatePem));
        }
        return Optional.of(JwsKey.ofPem(algorithm, privatePem, publicPem));
    }
}
