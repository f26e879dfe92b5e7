package dev.jeton.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What would leave CSRF protection without effect, told at start-up. */
final class CsrfProblems {
    /** RFC 9110 §9.2.1. */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CsrfProblems() {}

    static List<String> of(CsrfSettings settings) {
        List<String> problems = new ArrayList<>();
        if (!Syntax.isToken(settings.accessHeader()) || !Syntax.isToken(settings.refreshHeader())) {
            problems.add(
                    "the CSRF header is a field name such as X-CSRF-TOKEN: mend the configured one");
        }
        if (settings.form()
                && (settings.accessField().isEmpty() || settings.refreshField().isEmpty())) {
            problems.add(
                    "the CSRF form field needs a name: give one, or switch the form field off");
        }
        if (settings.protect()
                && settings.methodsAreExempt()
                && !SAFE_METHODS.containsAll(settings.methods())) {
            problems.add(
                    "CSRF protection exempts GET, HEAD, OPTIONS and TRACE at most, in capitals:"
                            + " leave the others out, or say insecureOnlyMethods(…)");
        }
        settings.trustedOrigins().stream()
                .filter(origin -> !isOrigin(origin))
                .forEach(origin -> problems.add("\"" + origin
                        + "\" is no origin: write scheme, host and port only where it is not the scheme's own,"
                        + " in lower case, such as https://app.example.org"));
        return problems;
    }

    /** RFC 6454 §6.2: what a browser sends, to the letter, for it is compared to the letter. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return scheme != null
                    && text.equals(text.toLowerCase(Locale.ROOT))
                    && text.equals(scheme + "://" + uri.getHost() + port(scheme, uri.getPort()));
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static String port(String scheme, int port) {
        boolean usual = port == -1
                || scheme.equals("https") && port == 443
                || scheme.equals("http") && port == 80;
        return usual ? "" : ":" + port;
    }
}
