/** What tests of applications and adapters need: a clock to move, hostile tokens, contracts for stores. */
@NullMarked
package dev.jeton.testkit;

import org.jspecify.annotations.NullMarked;
