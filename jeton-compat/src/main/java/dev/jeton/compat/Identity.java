package dev.jeton.compat;

import org.jspecify.annotations.Nullable;

/** An identity that may be null, on its way through the core. */
record Identity(@Nullable Object value) {
    /** What the application handed over. */
    static @Nullable Object unwrap(Object given) {
        return given instanceof Identity identity ? identity.value() : given;
    }

    /** Without the value: whom a token is for is not for logs. */
    @Override
    public String toString() {
        return "Identity";
    }
}
