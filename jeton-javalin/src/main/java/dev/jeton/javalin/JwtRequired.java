package dev.jeton.javalin;

import dev.jeton.web.JwtRequirement;

import io.javalin.security.RouteRole;

/** The role that carries a route's requirement. */
record JwtRequired(JwtRequirement requirement) implements RouteRole {}
