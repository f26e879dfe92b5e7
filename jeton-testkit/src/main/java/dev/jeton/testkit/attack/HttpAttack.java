package dev.jeton.testkit.attack;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * One way of what a row of the catalogue lists.
 *
 * @param ruling what must happen, or null where it is enough that the handler is not reached
 * @param serverMayRefuse whether server or router may refuse the request on their own, before anybody asks Jeton
 * @param more what else the answer must be
 */
record HttpAttack(
        String id,
        String title,
        @Nullable Ruling ruling,
        RawRequest request,
        boolean serverMayRefuse,
        Consumer<RawAnswer> more) {

    static HttpAttack attack(String id, String title, Ruling ruling, RawRequest request) {
        return new HttpAttack(id, title, ruling, request, false, answer -> {});
    }

    /** The request must not reach a handler, whoever sees to it. */
    static HttpAttack unreached(String id, String title, RawRequest request) {
        return new HttpAttack(id, title, null, request, true, answer -> {});
    }

    HttpAttack orByServer() {
        return new HttpAttack(id, title, ruling, request, true, more);
    }

    HttpAttack and(Consumer<RawAnswer> check) {
        return new HttpAttack(id, title, ruling, request, serverMayRefuse, more.andThen(check));
    }

    String name() {
        return id + ": " + title;
    }
}
