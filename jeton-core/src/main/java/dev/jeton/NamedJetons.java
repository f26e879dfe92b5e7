package dev.jeton;

import dev.jeton.web.WebRequest;

import java.util.Map;
import java.util.TreeMap;

/** The Jetons of an application, by name. */
final class NamedJetons implements JetonResolver {
    private final Map<String, Jeton> byName = new TreeMap<>();

    NamedJetons(Jeton... jetons) {
        for (Jeton jeton : jetons) {
            byName.put(
                    jeton.name(),
                    jeton); // to be completed: SettingsException for shared names and shared cookie
            // names
        }
    }

    @Override
    public Jeton resolve(WebRequest request, String name) {
        Jeton jeton = byName.get(name);
        if (jeton == null) {
            throw new IllegalArgumentException(
                    "there is no Jeton named \"" + name + "\", only " + byName.keySet());
        }
        return jeton;
    }
}
