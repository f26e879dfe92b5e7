package dev.jeton.benchmarks.http;

import java.io.IOException;
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
    },
    /** Its Tomcat is a newer one, so it has a class path of its own: {@code benchmarks/spring-boot}. */
    SPRING {
        @Override
        List<Variant> start() {
            throw new IllegalStateException("SpringSite starts it");
        }

        @Override
        String mainClass() {
            return "dev.jeton.benchmarks.http.SpringSite";
        }

        @Override
        String classPath() {
            return System.getProperty("spring.class.path", super.classPath());
        }
    };

    /** Starts one server without Jeton and one with it, in this JVM. */
    abstract List<Variant> start() throws Exception;

    /** What is run in the JVM of the site. */
    String mainClass() {
        return Site.class.getName();
    }

    String classPath() {
        return System.getProperty("java.class.path");
    }

    static Site named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Prints the variants, a line each, and an empty one when all is up. */
    public static void main(String[] args) throws Exception {
        announce(named(args[0]).start());
    }

    /** Says that these variants are up, and waits until whoever has started this JVM ends. */
    static void announce(List<Variant> variants) throws IOException {
        variants.forEach(variant -> System.out.println(variant.line()));
        System.out.println();
        while (System.in.read() >= 0) {
            // Whoever started it says nothing, and ends it by ending.
        }
        Runtime.getRuntime().halt(0);
    }
}
