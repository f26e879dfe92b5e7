package dev.jeton.compat;

import dev.jeton.web.Answer;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Turns problems into answers: the application's own, or the library's usual one. */
final class AnswerBook {
    private static final String RETRY_SECONDS = "5";

    private final Map<AnswerKind, Function<String, Answer>> own;
    private final String messageMember;
    private final boolean withType;

    /**
     * @param messageMember the member that holds the text
     * @param withType whether {@code error_type} names the exception beside it
     */
    AnswerBook(
            Map<AnswerKind, Function<String, Answer>> own, String messageMember, boolean withType) {
        this.own = new EnumMap<>(AnswerKind.class);
        this.own.putAll(own);
        this.messageMember = messageMember;
        this.withType = withType;
    }

    Answer answer(Problem problem) {
        Function<String, Answer> override = problem.kind() == null ? null : own.get(problem.kind());
        return override == null ? usual(problem) : override.apply(problem.text());
    }

    private Answer usual(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(messageMember, problem.text());
        if (withType) {
            members.put("error_type", problem.type());
        }
        Answer answer = Answer.json(problem.status(), JsonText.write(members));
        return problem.status() == 503 ? answer.with("Retry-After", RETRY_SECONDS) : answer;
    }
}
