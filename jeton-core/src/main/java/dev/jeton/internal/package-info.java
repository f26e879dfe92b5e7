/** Strict base64url, the strict JSON reader and random ids: parts that a user never misses. */
@NullMarked
package dev.jeton.internal;

import org.jspecify.annotations.NullMarked;
