/** Attacks on tokens and on adapters, by the rows of the attack catalogue: what is sent, and what must come of it. */
@NullMarked
package dev.jeton.testkit.attack;

import org.jspecify.annotations.NullMarked;
