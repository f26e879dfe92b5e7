package dev.jeton.hostile.fuzz;

/** What must hold. */
final class Property {
    private Property() {}

    /** @throws AssertionError where it does not hold */
    static void holds(boolean condition, String property) {
        if (!condition) {
            throw new AssertionError(property);
        }
    }
}
