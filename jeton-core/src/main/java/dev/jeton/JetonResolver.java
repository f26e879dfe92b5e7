package dev.jeton;

import dev.jeton.web.WebRequest;

/** Finds the Jeton that decides about a request: the only one, one of several by name, or one for each tenant. */
@FunctionalInterface
public interface JetonResolver {
    /**
     * The Jeton of this name for this request.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    Jeton resolve(WebRequest request, String name);

    /** These Jetons, by their names.
     * @throws dev.jeton.failure.SettingsException when two share a name or a cookie */
    static JetonResolver of(Jeton... jetons) {
        return new NamedJetons(jetons);
    }
}
