package dev.jeton.javalin;

import dev.jeton.web.Answer;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Outcome;

import io.javalin.http.Context;
import io.javalin.http.servlet.JavalinWsServletContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Ends the handling of a refused request: Javalin skips what is left of it but the handlers that come after. */
final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.Denied denied;

    DeniedException(Outcome.Denied denied) {
        super(denied.refusal().toString(), null, false, false);
        this.denied = denied;
    }

    void answer(Context ctx) {
        Answer answer = denied.answer();
        ctx.status(answer.status());
        ctx.res().setContentType(null); // Javalin's default
        Stream.concat(denied.headers().stream(), answer.headers().stream())
                .forEach(field -> add(field, ctx));
        ctx.result(answer.body());
        if (ctx instanceof JavalinWsServletContext) {
            writeNow(ctx, answer.body());
        }
    }

    private static void add(HttpHeader field, Context ctx) {
        if (field.name().equalsIgnoreCase("Content-Type")) {
            ctx.contentType(field.value());
        } else {
            ctx.res().addHeader(field.name(), field.value());
        }
    }

    /** Javalin writes no results where a socket was to be opened. */
    private static void writeNow(Context ctx, byte[] body) {
        try {
            ctx.res().getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
