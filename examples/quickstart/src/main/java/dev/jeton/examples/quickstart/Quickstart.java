package dev.jeton.examples.quickstart;

/** Starts the example application. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) {
        System.out.println("Jeton quickstart");
    }
}
