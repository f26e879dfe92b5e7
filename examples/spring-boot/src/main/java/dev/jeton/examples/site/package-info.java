/** Jotter: a notebook on the web, to show Jeton in Spring Boot. */
@NullMarked
package dev.jeton.examples.site;

import org.jspecify.annotations.NullMarked;
