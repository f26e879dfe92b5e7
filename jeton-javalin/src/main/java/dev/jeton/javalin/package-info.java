/** Protects the routes of a Javalin application: the role {@code jwtRequired()} is what a route requires. */
@NullMarked
package dev.jeton.javalin;

import org.jspecify.annotations.NullMarked;
