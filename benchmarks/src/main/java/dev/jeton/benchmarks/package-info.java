/** JMH measurements of Jeton beside its peers. */
@NullMarked
package dev.jeton.benchmarks;

import org.jspecify.annotations.NullMarked;
