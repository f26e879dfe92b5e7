/** Protects the handlers of Spring MVC and Spring WebFlux, with and without Spring Security. */
@NullMarked
package dev.jeton.spring;

import org.jspecify.annotations.NullMarked;
