package dev.jeton.examples.site;

/**
 * A user.
 *
 * @param passwordVersion grows with each new password
 */
record Account(long id, String name, long passwordVersion) {}
