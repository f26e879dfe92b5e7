package dev.jeton.spring;

import java.security.Principal;

/** Who sent a request. */
record Subject(String name) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
