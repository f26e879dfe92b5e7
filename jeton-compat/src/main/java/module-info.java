/** Wire profiles of the three predecessors. */
module dev.jeton.compat {
    requires transitive dev.jeton;
    requires static transitive org.jspecify;

    exports dev.jeton.compat;
}
