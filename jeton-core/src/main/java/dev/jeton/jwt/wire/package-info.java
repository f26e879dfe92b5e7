/** What a wire profile may say about claims: values, and the layout on the wire. For {@code dev.jeton.compat} only. */
@NullMarked
package dev.jeton.jwt.wire;

import org.jspecify.annotations.NullMarked;
