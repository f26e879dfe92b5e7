/** The front door: {@link dev.jeton.Jeton}, its builder and settings. Decides nothing itself. */
@NullMarked
package dev.jeton;

import org.jspecify.annotations.NullMarked;
