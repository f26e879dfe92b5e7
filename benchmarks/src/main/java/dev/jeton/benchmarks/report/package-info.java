/** Runs the benchmarks, and makes tables and charts of their results. */
@NullMarked
package dev.jeton.benchmarks.report;

import org.jspecify.annotations.NullMarked;
