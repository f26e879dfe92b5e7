package dev.jeton.docs.guide;

/** Secrets for tests, long enough for each algorithm. */
final class Secrets {
    static final String SECRET = "base64:RPXOrE3sQ7Nu89EkSJNC6XrnRv2s20n9kxD275amiwY=";
    static final String OTHER = "base64:duwJrLt5tCeUXLoidu4MtkRBEftssCubKysfp0LwjTo=";

    private Secrets() {}
}
