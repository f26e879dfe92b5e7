/** Everything that decides; adapters translate. */
module dev.jeton {
    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;
}
