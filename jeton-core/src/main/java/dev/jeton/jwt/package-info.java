/**
 * JSON Web Tokens of an application: claims, issuing, verifying, types and freshness. RFC 7519, RFC 8725.
 * Knows no requests.
 */
@NullMarked
package dev.jeton.jwt;

import org.jspecify.annotations.NullMarked;
