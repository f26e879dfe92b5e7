package dev.jeton.benchmarks.http;

import java.util.List;
import java.util.Locale;

/** A framework that is measured: {@code java … Site NAME} starts it on free ports, until its input ends. */
enum Site {
    JAVALIN {
        @Override
        List<Variant> start() {
            return JavalinSite.start(new Login());
        }
    },
    TOMCAT {
        @Override
        List<Variant> start() throws Exception {
            return TomcatSite.start(new Login());
        }
    };

    /** Starts one server without Jeton and one with it, in this JVM. */
    abstract List<Variant> start() throws Exception;

    static Site named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Prints the variants, a line each, and an empty one when all is up. */
    public static void main(String[] args) throws Exception {
        named(args[0]).start().forEach(variant -> System.out.println(variant.line()));
        System.out.println();
        while (System.in.read() >= 0) {
            // Whoever started it says nothing, and ends it by ending.
        }
        Runtime.getRuntime().halt(0);
    }
}
