package dev.jeton.web;

/** Takes response header fields; {@code response::addHeader} of most frameworks is one. */
@FunctionalInterface
public interface HeaderSink {
    /** Adds a field beside others of its name. */
    void add(String name, String value);
}
