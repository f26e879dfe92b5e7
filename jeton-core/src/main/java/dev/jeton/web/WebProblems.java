package dev.jeton.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What keeps the settings of this room from working. */
final class WebProblems {
    private static final int LONGEST_BODY = 65_536;

    private final WebSettings settings;
    private final List<String> problems = new ArrayList<>();

    WebProblems(WebSettings settings) {
        this.settings = settings;
    }

    List<String> all() {
        checkLocations();
        checkHeader();
        checkQuery();
        checkJson();
        problems.addAll(settings.cookies().problems());
        problems.addAll(settings.csrf().problems());
        return problems;
    }

    private void checkLocations() {
        List<Location> locations = settings.locations();
        if (locations.isEmpty() || new HashSet<>(locations).size() != locations.size()) {
            problems.add(
                    "tokens need one location at least, and none twice: configure headers, for example");
        }
    }

    private void checkHeader() {
        if (!Syntax.isToken(settings.headerName())) {
            problems.add(
                    "the token's header is a field name such as Authorization: mend the configured one");
        }
        if (!settings.headerScheme().isEmpty() && !Syntax.isToken(settings.headerScheme())) {
            problems.add(
                    "the scheme before a token is one word such as Bearer, or empty: mend the configured one");
        }
    }

    private void checkQuery() {
        if (settings.queryParameter().isEmpty()) {
            problems.add("the query parameter needs a name: configure one such as jwt");
        }
    }

    private void checkJson() {
        if (settings.accessMember().isEmpty() || settings.refreshMember().isEmpty()) {
            problems.add(
                    "the JSON members need names: configure ones such as access_token and refresh_token");
        }
        if (settings.bodyLimit() < 1 || settings.bodyLimit() > LONGEST_BODY) {
            problems.add("a body is read up to 1 to 65,536 bytes: configure a limit between them");
        }
    }
}
