/** Jeton in Spring Boot: auto-configuration, properties, events, counters. */
@NullMarked
package dev.jeton.spring.boot;

import org.jspecify.annotations.NullMarked;
