/** The conformance contract: recorded cases, run over real HTTP against an adapter. */
@NullMarked
package dev.jeton.testkit.conformance;

import org.jspecify.annotations.NullMarked;
