/** Strict base64url, the strict JSON reader and writer, random identifiers, spelling distance. Exported to the compatibility module only. */
@NullMarked
package dev.jeton.internal;

import org.jspecify.annotations.NullMarked;
