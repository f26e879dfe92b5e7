/** Why something was refused, and the three exceptions that leave the library. No HTTP here. */
@NullMarked
package dev.jeton.failure;

import org.jspecify.annotations.NullMarked;
