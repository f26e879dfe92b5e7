/** Mutated tokens before Jeton and before its peers: who accepts what, and by which rule Jeton refuses. */
@NullMarked
package dev.jeton.hostile.tokens;

import org.jspecify.annotations.NullMarked;
