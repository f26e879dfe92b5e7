/**
 * Compact JWS: the algorithm table, keys, key rings and their sources, signing and verifying.
 * RFC 7515, 7517, 7518, 7638, 8037. Knows neither claims nor time.
 */
@NullMarked
package dev.jeton.jose;

import org.jspecify.annotations.NullMarked;
