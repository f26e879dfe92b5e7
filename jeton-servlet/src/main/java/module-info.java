/** Protects the URL patterns of a Servlet application. */
module dev.jeton.servlet {
    requires transitive dev.jeton;
    requires transitive jakarta.servlet;
    requires static transitive org.jspecify;

    exports dev.jeton.servlet;
}
