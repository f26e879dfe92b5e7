package dev.jeton.compat;

import dev.jeton.compat.MessageWording.Names;
import dev.jeton.web.Answer;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The words and the answers of each predecessor. */
final class Wordings {
    private Wordings() {}

    static Wording of(Options options, Set<String> algorithms) {
        return switch (options.predecessor()) {
            case FLASK_JWT_EXTENDED -> message(options, algorithms, true);
            case QUART_JWT_EXTENDED -> message(options, algorithms, false);
            case FASTJWT -> new FastJwtWording(algorithms);
        };
    }

    static AnswerBook book(Options options, Map<AnswerKind, Function<String, Answer>> own) {
        return options.predecessor() == Predecessor.FASTJWT
                ? new AnswerBook(own, "message", true)
                : new AnswerBook(own, options.text("ERROR_MESSAGE_KEY"), false);
    }

    private static Wording message(Options options, Set<String> algorithms, boolean flask) {
        String claim = options.text("IDENTITY_CLAIM");
        return new MessageWording(
                flask
                        ? RawToken.Reading.PAYLOAD_EARLY
                        : RawToken.Reading.PAYLOAD_EARLY_WITHOUT_CRIT,
                algorithms,
                new ClaimWording(
                        flask ? ClaimWording.Generation.TWO : ClaimWording.Generation.ONE,
                        claim,
                        false),
                new Names(claim, flask ? "non-refresh" : "access"));
    }
}
