/** What Jeton adds to a request of a real server. */
@NullMarked
package dev.jeton.benchmarks.http;

import org.jspecify.annotations.NullMarked;
