/** What a wire profile may say about requests and answers. For {@code dev.jeton.compat} only. */
@NullMarked
package dev.jeton.web.wire;

import org.jspecify.annotations.NullMarked;
