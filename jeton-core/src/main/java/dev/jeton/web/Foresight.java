package dev.jeton.web;

import dev.jeton.web.wire.RequestParts;

import java.util.List;

/** Tells what deciding about a request will take; rather too much than too little. */
final class Foresight {
    private final WebSettings settings;
    private final TokenSearch search;

    Foresight(WebSettings settings, TokenSearch search) {
        this.settings = settings;
        this.search = search;
    }

    Needs of(WebRequest request, JwtRequirement requirement) {
        if (settings.profile().isExempt(request)) {
            return new Needs(false, false);
        }
        return new Needs(body(request, search.locations(requirement)), blocking(requirement));
    }

    private boolean body(WebRequest request, List<Location> locations) {
        return locations.contains(Location.JSON) || isForm(request) && mayReadForm(locations);
    }

    private boolean mayReadForm(List<Location> locations) {
        return locations.contains(Location.QUERY_STRING)
                || locations.contains(Location.COOKIES) && settings.csrf().form();
    }

    private static boolean isForm(WebRequest request) {
        return new RequestParts(request, 0).mediaType().contains("form");
    }

    private boolean blocking(JwtRequirement requirement) {
        return settings.keyLookupBlocks()
                || settings.users() != null && settings.users().isBlocking()
                || settings.check() != null && settings.check().isBlocking()
                || settings.revocation() != null
                        && requirement.isRevocationChecked()
                        && settings.revocation().isBlocking();
    }
}
