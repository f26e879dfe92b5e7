package dev.jeton.testkit.conformance;

/** A case that says something the runner does not know. Such a case fails; it is never passed over. */
final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstoodException(String message) {
        super(message);
    }
}
