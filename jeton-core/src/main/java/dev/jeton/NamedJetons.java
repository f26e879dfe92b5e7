package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.web.WebRequest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Jetons of an application, by name. */
final class NamedJetons implements JetonResolver {
    private final Map<String, Jeton> byName = new TreeMap<>();

    NamedJetons(Jeton... jetons) {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new TreeMap<>();
        for (Jeton jeton : jetons) {
            if (byName.put(jeton.name(), jeton) != null) {
                problems.add("two Jetons are named \"" + jeton.name()
                        + "\": give each a name of its own with name(...)");
                continue;
            }
            for (String cookie : jeton.cookies().names()) {
                String owner = owners.put(cookie, jeton.name());
                if (owner != null) {
                    problems.add("the Jetons \"" + owner + "\" and \"" + jeton.name()
                            + "\" share the cookie " + cookie
                            + ": give each cookie names of its own");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
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

    @Override
    public Collection<Jeton> known() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
