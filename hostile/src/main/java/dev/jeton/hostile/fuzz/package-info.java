/** What hostile bytes are put into, and what must hold of everything that comes out. */
@NullMarked
package dev.jeton.hostile.fuzz;

import org.jspecify.annotations.NullMarked;
