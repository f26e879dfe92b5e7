/** Revocation of tokens and login sessions, and the seams for their stores. Knows no cookies. */
@NullMarked
package dev.jeton.session;

import org.jspecify.annotations.NullMarked;
