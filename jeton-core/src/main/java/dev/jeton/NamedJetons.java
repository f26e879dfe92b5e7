package dev.jeton;

import dev.jeton.failure.SettingsException;
import dev.jeton.web.Location;
import dev.jeton.web.WebRequest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Jetons of an application, by name. */
final class NamedJetons implements JetonResolver {
    private final Map<String, Jeton> byName = new TreeMap<>();

    NamedJetons(Jeton... jetons) {
        List<String> problems = new ArrayList<>();
        if (jetons.length == 0) {
            problems.add("there is no Jeton: give one at least");
        }
        Map<String, String> cookies = new HashMap<>();
        for (Jeton jeton : jetons) {
            if (byName.put(jeton.name(), jeton) != null) {
                problems.add(
                        "two Jetons are named \"" + jeton.name() + "\": give each its own name");
            }
            if (jeton.locations().contains(Location.COOKIES)) {
                jeton.cookies()
                        .names()
                        .forEach(cookie -> claim(cookie, jeton.name(), cookies, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    @Override
    public Collection<Jeton> known() {
        return Collections.unmodifiableCollection(byName.values());
    }

    private static void claim(
            String cookie, String jeton, Map<String, String> cookies, List<String> problems) {
        String other = cookies.putIfAbsent(cookie, jeton);
        if (other != null) {
            problems.add("the Jetons \"" + other + "\" and \"" + jeton + "\" share the cookie "
                    + cookie + ": give the cookies of one other names");
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
