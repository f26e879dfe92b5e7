/** Contracts for adapters and stores, a token forge and a movable clock. */
@NullMarked
package dev.jeton.testkit;

import org.jspecify.annotations.NullMarked;
