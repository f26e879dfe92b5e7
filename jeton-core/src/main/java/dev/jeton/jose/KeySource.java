package dev.jeton.jose;

/** Where the current keys come from; asked once for each token, so a ring can change while a Jeton runs. */
@FunctionalInterface
public interface KeySource {
    /** The keys of now. Must not block and must not return null. */
    KeyRing ring();

    /** A source whose ring never changes. */
    static KeySource of(KeyRing ring) {
        return () -> ring;
    }
}
