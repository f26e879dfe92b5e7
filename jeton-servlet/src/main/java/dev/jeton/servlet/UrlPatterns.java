package dev.jeton.servlet;

/** What URL patterns mean to containers (Servlet 6 §12.2). Requests are matched by the container alone. */
final class UrlPatterns {
    private UrlPatterns() {}

    /** Whether the pattern means in every container what it looks like. */
    static boolean isPlain(String pattern) {
        if (pattern.startsWith("*.")) {
            return pattern.length() > 2 && pattern.indexOf('*', 1) < 0 && pattern.indexOf('/') < 0;
        }
        String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return path.startsWith("/") && !pattern.equals("/") && path.indexOf('*') < 0;
    }

    /** Whether every path that the second pattern matches is matched by the first. */
    static boolean covers(String first, String second) {
        if (first.equals(second) || first.equals("/*")) {
            return true;
        }
        if (first.endsWith("/*")) {
            String path = first.substring(0, first.length() - 2);
            return second.equals(path) || second.startsWith(path + "/");
        }
        return first.startsWith("*.")
                && !second.contains("*")
                && second.endsWith(first.substring(1));
    }
}
