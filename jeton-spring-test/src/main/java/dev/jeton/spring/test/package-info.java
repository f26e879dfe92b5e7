/** Tokens for the tests of Spring applications: real ones, which go through all that those of users go through. */
@NullMarked
package dev.jeton.spring.test;

import org.jspecify.annotations.NullMarked;
