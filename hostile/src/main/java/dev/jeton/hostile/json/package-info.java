/** Jackson's databind as a second opinion about JSON, and by which rules the strict reader differs from it. */
@NullMarked
package dev.jeton.hostile.json;

import org.jspecify.annotations.NullMarked;
