/** Protects the routes of a Javalin application. */
module dev.jeton.javalin {
    requires transitive dev.jeton;
    requires transitive io.javalin;
    requires static transitive org.jspecify;

    exports dev.jeton.javalin;
}
