package dev.jeton.web;

/**
 * What deciding about a request takes, known before it is made; for adapters on event loops.
 *
 * @param body whether the body must have been read
 * @param blocking whether a hook may wait for something, so that a worker thread is needed
 */
public record Needs(boolean body, boolean blocking) {}
