/** Protects the URL patterns and the servlets of a Servlet application. */
@NullMarked
package dev.jeton.servlet;

import org.jspecify.annotations.NullMarked;
