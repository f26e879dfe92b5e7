package dev.jeton.jose;

/** A source whose ring can be replaced while it is in use. */
public final class RotatingKeys implements KeySource {
    private volatile KeyRing current;

    public RotatingKeys(KeyRing first) {
        current = first;
    }

    /**
     * From now on tokens are verified with {@code next}.
     *
     * @throws IllegalArgumentException when its generation is not above the current one
     */
    public synchronized void replace(KeyRing next) {
        if (next.generation() <= current.generation()) {
            throw new IllegalArgumentException("generation " + next.generation()
                    + " does not follow generation " + current.generation());
        }
        current = next;
    }

    @Override
    public KeyRing ring() {
        return current;
    }
}
