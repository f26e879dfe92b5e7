/** Wire profiles of the three predecessors. */
@NullMarked
package dev.jeton.compat;

import org.jspecify.annotations.NullMarked;
