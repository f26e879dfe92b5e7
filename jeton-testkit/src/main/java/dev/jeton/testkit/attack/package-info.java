/** Hostile tokens, a row of the attack catalogue each: what is sent, and what must come of it. */
@NullMarked
package dev.jeton.testkit.attack;

import org.jspecify.annotations.NullMarked;
