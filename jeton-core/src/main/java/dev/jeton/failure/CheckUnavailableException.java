package dev.jeton.failure;

/**
 * A check could not be made, because a store or a service did not answer. Thrown by hooks; answered with 503 and
 * {@code Retry-After}, never as "not authenticated".
 */
public final class CheckUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CheckUnavailableException(String message) {
        super(message);
    }

    public CheckUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
