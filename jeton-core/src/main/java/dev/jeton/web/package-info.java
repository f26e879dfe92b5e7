/**
 * The life of a request: where tokens stand, what a route requires, cookies, CSRF protection, and the answers.
 * RFC 6750, RFC 6265bis, RFC 9470, RFC 9457. Knows no framework.
 */
@NullMarked
package dev.jeton.web;

import org.jspecify.annotations.NullMarked;
