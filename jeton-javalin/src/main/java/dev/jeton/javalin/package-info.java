/** Protects the routes of a Javalin application. */
@NullMarked
package dev.jeton.javalin;

import org.jspecify.annotations.NullMarked;
