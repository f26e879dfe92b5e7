package dev.jeton.web;

import java.util.List;
import java.util.Set;

/**
 * What a browser says of where a request comes from: {@code Sec-Fetch-Site} (Fetch Metadata §2.3) and {@code Origin} (RFC 6454 §7).
 * Values that are absent or unknown say nothing.
 */
final class Origins {
    private final Set<String> trusted;

    Origins(Set<String> trusted) {
        this.trusted = trusted;
    }

    /** Whether the browser marks the request as another site's or another origin's, and that origin is not trusted. */
    boolean isForeign(WebRequest request) {
        List<String> sites = request.headers("Sec-Fetch-Site");
        boolean marked = sites.contains("cross-site") || sites.contains("same-site");
        return marked && !isTrusted(request);
    }

    /**
     * Whether another origin asks for a WebSocket (RFC 6455 §10.2): its handshake is a GET, and scripts of any origin may send it with
     * cookies.
     */
    boolean isForeignWebSocket(WebRequest request) {
        List<String> origins = request.headers("Origin");
        return !origins.isEmpty()
                && request.headers("Upgrade").stream().anyMatch("websocket"::equalsIgnoreCase)
                && !request.headers("Sec-Fetch-Site").equals(List.of("same-origin"))
                && !isTrusted(request)
                && !isHost(origins, request.headers("Host"));
    }

    /** As {@link #isForeign}, and where the browser does not say, whether {@code Origin} is another than the request's {@code Host}. */
    boolean isCrossOrigin(WebRequest request) {
        List<String> origins = request.headers("Origin");
        boolean silent = request.headers("Sec-Fetch-Site").isEmpty();
        return isForeign(request)
                || silent
                        && !origins.isEmpty()
                        && !isTrusted(request)
                        && !isHost(origins, request.headers("Host"));
    }

    private boolean isTrusted(WebRequest request) {
        List<String> origins = request.headers("Origin");
        return origins.size() == 1 && trusted.contains(origins.get(0));
    }

    private static boolean isHost(List<String> origins, List<String> hosts) {
        return origins.size() == 1
                && hosts.size() == 1
                && origins.get(0).endsWith("://" + hosts.get(0));
    }
}
