package dev.jeton.web.wire;

import dev.jeton.web.Answer;
import dev.jeton.web.Refusal;

/** Turns a refusal into status, headers and body. */
@FunctionalInterface
public interface Answers {
    Answer answer(Refusal refusal, Evidence evidence);
}
