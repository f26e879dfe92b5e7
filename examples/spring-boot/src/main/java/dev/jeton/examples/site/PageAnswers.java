package dev.jeton.examples.site;

import dev.jeton.Jeton;
import dev.jeton.failure.Reason;
import dev.jeton.web.Answer;
import dev.jeton.web.AnswerOverride;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.Refusal;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Sends refused visitors to where they can help themselves; scripts and other programs get Jeton's own answers. */
@Component
class PageAnswers implements AnswerOverride {
    private static final String REFRESH = "/refresh";

    private final ITemplateEngine templates;
    private final ObjectProvider<Jeton> jeton;

    PageAnswers(ITemplateEngine templates, ObjectProvider<Jeton> jeton) {
        this.templates = templates;
        this.jeton = jeton;
    }

    @Override
    public @Nullable Answer answer(Refusal refusal) {
        WebRequest request = refusal.request();
        if (!isForPage(request)) {
            return null;
        }
        return switch (refusal.reason()) {
            case CSRF_MISSING, CSRF_MISMATCH, ORIGIN_REFUSED -> page(403, refusal.reason());
            case CHECK_UNAVAILABLE, ERROR -> page(503, refusal.reason());
            case NOT_FRESH -> Answer.redirect("/login?confirm=true&next=" + request.path());
            default -> request.path().equals(REFRESH) ? toLogin(refusal) : toRefresh(request);
        };
    }

    /** Browsers say whether they load a page; old ones only what they can show. */
    private static boolean isForPage(WebRequest request) {
        List<String> modes = request.headers("Sec-Fetch-Mode");
        return modes.isEmpty()
                ? request.headers("Accept").stream().anyMatch(types -> types.contains("text/html"))
                : modes.contains("navigate");
    }

    /** 307 keeps the method and the fields of a form, so that nothing typed is lost. */
    private static Answer toRefresh(WebRequest request) {
        String query = request.rawQuery();
        String wanted = query == null ? request.path() : request.path() + "?" + query;
        String next = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return Answer.empty(307).with("Location", REFRESH + "?next=" + next);
    }

    /**
     * No bad cookie is left that could lead to the refresh again, and the login requires none: this is where the way ends. Where
     * there was none the cookies stay: another site's request comes without them, and must not log anybody out.
     */
    private Answer toLogin(Refusal refusal) {
        List<HttpHeader> headers = new ArrayList<>();
        String query = Objects.requireNonNullElse(refusal.request().rawQuery(), "");
        headers.add(new HttpHeader("Location", "/login?" + query));
        if (refusal.reason() != Reason.TOKEN_MISSING) {
            jeton.getObject()
                    .cookies()
                    .unset((name, value) -> headers.add(new HttpHeader(name, value)));
        }
        return new Answer(303, headers, new byte[0]);
    }

    private Answer page(int status, Reason reason) {
        Context words = new Context(Locale.ENGLISH, Map.of("reason", reason.code()));
        return Answer.of(status, "text/html;charset=UTF-8", templates.process("refused", words));
    }
}
