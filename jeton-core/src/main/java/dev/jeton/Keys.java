package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.jose.JwsAlgorithm;
import dev.jeton.jose.JwsKey;
import dev.jeton.jose.KeyRing;
import dev.jeton.jose.KeySource;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the keys of what the builder was told; what is wrong with them is noted among the problems. */
final class Keys {
    private static final String FILE = "file:";
    private static final String NO_KEY =
            "there is no key: make a secret with `openssl rand -base64 32`,"
                    + " and hand it over as `base64:…`, by secretKey(…), jeton.secret-key or JETON_SECRET_KEY";

    private final KeyOptions options;
    private final List<String> problems;

    Keys(KeyOptions options, List<String> problems) {
        this.options = options;
        this.problems = problems;
    }

    /** The keys, or null when there is a problem. */
    @Nullable
    KeySource source() {
        long sources = sources();
        if (sources > 1 || sources == 0 && options.verifying.isEmpty()) {
            problems.add(
                    sources == 0
                            ? NO_KEY
                            : "there are several keys to choose from: keep one of secretKey, literalSecretKey, a key pair"
                                    + " and keys(…), and give keys that only verify to verifyingKeys(…)");
            return null;
        }
        return options.source == null ? noting(this::ring) : readySource(options.source);
    }

    private long sources() {
        boolean pair = options.privatePem != null || options.publicPem != null;
        return Stream.of(options.secret, options.literalSecret, pair ? "" : null, options.source)
                .filter(Objects::nonNull)
                .count();
    }

    private @Nullable KeySource readySource(KeySource source) {
        boolean more = options.algorithm != null
                || options.keyId != null
                || options.provider != null
                || !options.verifying.isEmpty();
        if (more) {
            problems.add("keys(…) brings its own algorithms, kids, providers and verifying keys:"
                    + " leave out algorithm, keyId, keyProvider and verifyingKeys");
            return null;
        }
        return source;
    }

    private KeySource ring() {
        JwsKey own = sources() == 0 ? null : key();
        if (own != null && own.signs()) {
            return KeySource.of(KeyRing.of(own, options.verifying.toArray(JwsKey[]::new)));
        }
        Stream<JwsKey> all = Stream.concat(Stream.ofNullable(own), options.verifying.stream());
        return KeySource.of(KeyRing.verifyingOnly(all.toArray(JwsKey[]::new)));
    }

    private JwsKey key() {
        JwsKey key = material();
        JwsKey provided = options.provider == null ? key : key.withProvider(options.provider);
        return options.keyId == null ? provided : provided.withKid(options.keyId);
    }

    private JwsKey material() {
        JwsAlgorithm hmac = options.algorithm == null ? JwsAlgorithm.HS256 : options.algorithm;
        if (options.secret != null) {
            return JwsKey.ofSecret(hmac, options.secret);
        }
        return options.literalSecret != null
                ? JwsKey.ofLiteralSecret(hmac, options.literalSecret)
                : pair(pem(options.privatePem), pem(options.publicPem));
    }

    private JwsKey pair(@Nullable String privatePem, @Nullable String publicPem) {
        String any = Objects.requireNonNull(privatePem == null ? publicPem : privatePem);
        JwsAlgorithm algorithm =
                options.algorithm == null ? JwsAlgorithm.ofPem(any) : options.algorithm;
        if (privatePem != null && publicPem != null) {
            return JwsKey.ofPem(algorithm, privatePem, publicPem);
        }
        JwsKey key = JwsKey.ofPem(algorithm, any);
        if (key.signs() != (privatePem != null)) {
            throw new SettingsException("the private and the public key are in each other's place:"
                    + " swap privateKey and publicKey");
        }
        return key;
    }

    private static @Nullable String pem(@Nullable String text) {
        if (text == null || !text.startsWith(FILE)) {
            return text;
        }
        try {
            return TextFile.read(Path.of(text.substring(FILE.length())));
        } catch (InvalidPathException noPath) {
            throw new SettingsException(
                    "what follows file: in a key is no path: write file:/path/to/key.pem");
        }
    }

    private @Nullable KeySource noting(Supplier<KeySource> made) {
        try {
            return made.get();
        } catch (SettingsException wrong) {
            problems.addAll(wrong.problems());
            return null;
        }
    }
}
