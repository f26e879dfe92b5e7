/** Contracts for adapters and stores, a token forge and a movable clock. */
module dev.jeton.testkit {
    requires transitive dev.jeton;
    requires transitive dev.jeton.compat;
    requires com.fasterxml.jackson.core;
    requires java.logging;
    requires java.net.http;
    requires jdk.jfr;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.jeton.testkit;
    exports dev.jeton.testkit.attack;
    exports dev.jeton.testkit.conformance;
}
