package dev.jeton.examples.site;

import static dev.jeton.web.Location.HEADERS;

import dev.jeton.spring.JwtRequired;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler that logs somebody in: other sites cannot make a browser call it, and the cookies of an earlier login do not count. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@JwtRequired(optional = true, sameOrigin = true, locations = HEADERS)
@interface BeginsLogin {}
