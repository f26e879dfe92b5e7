package dev.jeton.web;

/** A response header field, ready to be added. */
public record HttpHeader(String name, String value) {}
