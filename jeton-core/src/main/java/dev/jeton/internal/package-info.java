/** Strict base64url, the strict JSON reader and writer, random identifiers. Not exported. */
@NullMarked
package dev.jeton.internal;

import org.jspecify.annotations.NullMarked;
