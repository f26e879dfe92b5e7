package dev.jeton.testkit.conformance;

import dev.jeton.testkit.MovableClock;
import dev.jeton.testkit.conformance.CaseResult.Difference;
import dev.jeton.testkit.conformance.ConformanceCase.Step;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Runs one case: sets the application up, sends the steps, and finds the first difference. */
final class CaseRunner {
    private static final String COOKIE = "cookie:";

    private final Keys keys;
    private final Setup setup;
    private final WireClient client;

    CaseRunner(Keys keys, Setup setup, int port) {
        this.keys = keys;
        this.setup = setup;
        this.client = new WireClient(port);
    }

    /** Makes the application under test what a case asks for. */
    @FunctionalInterface
    interface Setup {
        /** RefusedException means that the settings are refused; the clock stands still for the length of the case. */
        void prepare(ConformanceCase wanted, Keys keys, Clock clock);
    }

    /** The application refuses what the case sets. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The first difference between the case and what the application does, or null. */
    @Nullable
    Difference run(ConformanceCase wanted) {
        MovableClock clock = MovableClock.at(Instant.now());
        try {
            Variables variables = new Variables(mint(wanted, clock.instant()));
            setup.prepare(wanted, keys, clock);
            for (int i = 0; i < wanted.steps().size(); i++) {
                Difference difference = run(wanted.steps().get(i), variables, clock.instant());
                if (difference != null) {
                    return new Difference(
                            "step " + (i + 1) + ": " + difference.text(), difference.excusable());
                }
            }
            return null;
        } catch (NotUnderstoodException e) {
            return new Difference("not understood: " + e.getMessage(), false);
        } catch (RefusedException e) {
            return new Difference("the settings are refused: " + e.getMessage(), true);
        } catch (IOException e) {
            return new Difference("no answer: " + e.getMessage(), false);
        } catch (RuntimeException e) {
            return new Difference("could not be run: " + e, false);
        }
    }

    private Map<String, String> mint(ConformanceCase wanted, Instant now) {
        Minter minter = new Minter(keys, now);
        Map<String, String> tokens = new HashMap<>();
        wanted.mints().forEach((name, mint) -> tokens.put(name, minter.mint(mint)));
        return tokens;
    }

    private @Nullable Difference run(Step step, Variables variables, Instant now)
            throws IOException {
        WireResponse answer = client.send(WireRequest.of(step.request(), variables));
        AnswerComparison comparison = new AnswerComparison(step.expect(), variables, now);
        boolean excusable = answer.status() < 500;
        String difference = comparison.statusDifference(answer);
        for (Map.Entry<String, String> saved : step.save().entrySet()) {
            if (difference == null) {
                difference = save(saved.getKey(), saved.getValue(), answer, variables);
            }
        }
        if (difference == null) {
            difference = comparison.difference(answer);
        }
        return difference == null ? null : new Difference(difference, excusable);
    }

    /** Binds a variable to a member of the answer or to a cookie, or says why that cannot be. */
    private static @Nullable String save(
            String name, String source, WireResponse answer, Variables variables) {
        if (source.startsWith(COOKIE)) {
            String prefix = source.substring(COOKIE.length()) + "=";
            for (String field : answer.values("Set-Cookie")) {
                if (field.startsWith(prefix)) {
                    variables.save(
                            name,
                            field.substring(prefix.length()).split(";", 2)[0].strip());
                    return null;
                }
            }
            return "no cookie " + source.substring(COOKIE.length()) + " to save";
        }
        try {
            if (Json.parse(answer.text()) instanceof Map<?, ?> object
                    && object.containsKey(source)) {
                variables.save(name, object.get(source));
                return null;
            }
        } catch (NotUnderstoodException e) {
            return "no member " + source + " to save: the body is " + e.getMessage();
        }
        return "no member " + source + " to save";
    }
}
