package dev.jeton;

import dev.jeton.web.WebRequest;

import java.util.Collection;
import java.util.List;

/** Finds the Jeton that decides about a request: the only one, one of several by name, or one for each tenant. */
@FunctionalInterface
public interface JetonResolver {
    /**
     * The Jeton of this name for this request.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    Jeton resolve(WebRequest request, String name);

    /** All Jetons, where they are known before any request; empty where each request tells. Adapters check names against them. */
    default Collection<Jeton> known() {
        return List.of();
    }

    /** These Jetons, by their names.
     * @throws dev.jeton.failure.SettingsException when two share a name or a cookie */
    static JetonResolver of(Jeton... jetons) {
        return new NamedJetons(jetons);
    }
}
