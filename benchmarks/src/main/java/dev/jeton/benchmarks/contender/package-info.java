/** The libraries that are measured, and what all of them get. */
@NullMarked
package dev.jeton.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
