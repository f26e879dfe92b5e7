package dev.jeton;

import dev.jeton.web.Location;

import java.util.List;

/** What the builder was told about the places of tokens. */
final class WebOptions {
    List<Location> locations = List.of(Location.HEADERS);
    String headerName = "Authorization";
    String headerScheme = "Bearer";
    String queryParameter = "jwt";
    String queryPrefix = "";
    String accessMember = "access_token";
    String refreshMember = "refresh_token";
}
