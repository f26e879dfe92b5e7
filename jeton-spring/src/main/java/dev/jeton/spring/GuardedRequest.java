package dev.jeton.spring;

import dev.jeton.JetonExchange;
import dev.jeton.JetonResolver;
import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.PeekedBody;
import dev.jeton.web.WebRequest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request as handlers see it behind the filter: with its principal, and with a body that can be read from the start after
 * Jeton has looked at it. The first of a request is also Jeton's view of it.
 */
final class GuardedRequest extends HttpServletRequestWrapper implements WebRequest {
    private static final String ATTRIBUTE = GuardedRequest.class.getName();

    /** As many bytes of a form are kept. */
    private static final int KEPT = 64 * 1024;

    private final Entered entered;
    private final GuardedResponse response;
    private @Nullable ServletInputStream replayed;
    private @Nullable Map<String, String[]> parameters;

    /** What stays with a request over all its dispatches. */
    static final class Entered {
        final JetonExchange exchange;
        private final PeekedBody body;

        /** Who is told what becomes of the request, where anybody is. */
        MvcGuard.@Nullable Listener listener;

        private Entered(JetonExchange exchange, PeekedBody body) {
            this.exchange = exchange;
            this.body = body;
        }
    }

    private GuardedRequest(
            HttpServletRequest request, HttpServletResponse response, JetonResolver jetons) {
        super(request);
        Entered earlier = enteredIfSeen(request);
        entered = earlier != null
                ? earlier
                : new Entered(
                        new JetonExchange(jetons, this), new PeekedBody(request::getInputStream));
        this.response = new GuardedResponse(response, entered.exchange);
    }

    /** The request behind the filter, in its first dispatch or a later one. */
    static GuardedRequest enter(
            HttpServletRequest request, HttpServletResponse response, JetonResolver jetons) {
        GuardedRequest guarded = new GuardedRequest(request, response, jetons);
        request.setAttribute(ATTRIBUTE, guarded.entered);
        return guarded;
    }

    /** The guarded request that this is or wraps, or null. */
    static @Nullable GuardedRequest within(ServletRequest request) {
        ServletRequest inner = request;
        while (!(inner instanceof GuardedRequest) && inner instanceof ServletRequestWrapper outer) {
            inner = outer.getRequest();
        }
        return inner instanceof GuardedRequest guarded ? guarded : null;
    }

    static JetonExchange exchange(ServletRequest request) {
        return entered(request).exchange;
    }

    static Entered entered(ServletRequest request) {
        Entered entered = enteredIfSeen(request);
        if (entered == null) {
            throw new IllegalStateException("the bean jetonFilter has not seen this request:"
                    + " register it as a filter of all dispatches");
        }
        return entered;
    }

    /** Null where the filter has not seen the request. */
    static @Nullable Entered enteredIfSeen(ServletRequest request) {
        if (request instanceof GuardedRequest guarded) {
            return guarded.entered;
        }
        return request.getAttribute(ATTRIBUTE) instanceof Entered entered ? entered : null;
    }

    GuardedResponse response() {
        return response;
    }

    @Override
    public String method() {
        return getMethod();
    }

    @Override
    public String path() {
        return getRequestURI();
    }

    @Override
    public List<String> headers(String name) {
        Enumeration<String> fields = getHeaders(name);
        if (!fields.hasMoreElements()) {
            return List.of();
        }
        String first = fields.nextElement();
        return fields.hasMoreElements() ? several(first, fields) : List.of(first);
    }

    private static List<String> several(String first, Enumeration<String> more) {
        List<String> all = Collections.list(more);
        all.add(0, first);
        return all;
    }

    @Override
    public @Nullable String rawQuery() {
        return getQueryString();
    }

    @Override
    public byte @Nullable [] body(int limit) throws IOException {
        return entered.body.peek(limit);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return entered.exchange
                .optionalJwt()
                .<Principal>map(jwt -> new Subject(jwt.subject()))
                .orElseGet(super::getUserPrincipal);
    }

    @Override
    public @Nullable String getRemoteUser() {
        return entered.exchange
                .optionalJwt()
                .map(VerifiedJwt::subject)
                .orElseGet(super::getRemoteUser);
    }

    @Override
    public boolean isUserInRole(String role) {
        return entered.exchange
                .optionalJwt()
                .map(jwt -> jwt.roles().contains(role))
                .orElseGet(() -> super.isUserInRole(role));
    }

    /** A form is kept as far as Jeton may want to look at it, for filters read forms before the handler is found. */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (FormFields.isForm(this)) {
            entered.body.peek(KEPT);
        }
        if (!entered.body.isPeeked()) {
            return super.getInputStream();
        }
        if (replayed == null) {
            replayed = new ReplayedInput(entered.body.replay());
        }
        return replayed;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (!entered.body.isPeeked()) {
            return super.getReader();
        }
        String charset = Objects.requireNonNullElse(getCharacterEncoding(), "UTF-8");
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    /** A form's fields, which Jeton may have to look at after a filter has asked for one: so a short one is kept. */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null && getMethod().equals("POST") && FormFields.isForm(this)) {
            byte[] body = entered.body.whole();
            body = body == null && getContentLength() <= KEPT ? peek(getContentLength()) : body;
            if (body != null) {
                parameters =
                        FormFields.behind(super.getParameterMap(), body, getCharacterEncoding());
            }
        }
        return parameters == null ? super.getParameterMap() : parameters;
    }

    private byte @Nullable [] peek(int length) {
        try {
            return length < 0 ? null : entered.body.peek(length);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** The context works on these wrappers, not on the native pair: so principal and answer stay in sight. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }
}
