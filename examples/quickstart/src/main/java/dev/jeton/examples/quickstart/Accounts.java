package dev.jeton.examples.quickstart;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The users of the example. Jeton stops at the password: storing and checking it is the application's work. */
final class Accounts {
    /** A user. */
    record Account(String name, List<String> roles) {}

    private record Stored(Account account, byte[] salt, byte[] hash) {}

    private static final int ROUNDS = 210_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Stored> byName = new TreeMap<>();
    private final Stored nobody = stored(new Account("", List.of()), "");

    Accounts() {
        byName.put("ada", stored(new Account("ada", List.of("admin")), "lovelace"));
        byName.put("grace", stored(new Account("grace", List.of()), "hopper"));
    }

    private Stored stored(Account account, String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Stored(account, salt, hash(password, salt));
    }

    /** The account, or null when the password is not its own. Takes as long for a name that nobody has. */
    @Nullable
    Account authenticate(String name, String password) {
        Stored stored = byName.getOrDefault(name, nobody);
        boolean matches = MessageDigest.isEqual(stored.hash(), hash(password, stored.salt()));
        return matches && stored != nobody ? stored.account() : null;
    }

    @Nullable
    Account find(String name) {
        Stored stored = byName.get(name);
        return stored == null ? null : stored.account();
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** PBKDF2 (RFC 8018 §5.2). */
    private static byte[] hash(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2", e);
        }
    }
}
