/** Everything that decides; adapters translate. */
@SuppressWarnings(
        "module") // the compatibility module stands on this one, so it cannot be seen from here
module dev.jeton {
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;

    exports dev.jeton;
    exports dev.jeton.failure;
    exports dev.jeton.jose;
    exports dev.jeton.jwt;
    exports dev.jeton.session;
    exports dev.jeton.web;
    exports dev.jeton.internal to
            dev.jeton.compat;
    exports dev.jeton.jwt.wire to
            dev.jeton.compat;
    exports dev.jeton.web.wire to
            dev.jeton.compat;
}
