/** Protects the URL patterns of a Servlet application. */
@NullMarked
package dev.jeton.servlet;

import org.jspecify.annotations.NullMarked;
