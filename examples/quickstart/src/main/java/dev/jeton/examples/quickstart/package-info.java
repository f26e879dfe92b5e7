/** The smallest complete application. */
@NullMarked
package dev.jeton.examples.quickstart;

import org.jspecify.annotations.NullMarked;
