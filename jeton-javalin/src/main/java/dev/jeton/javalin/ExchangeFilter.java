package dev.jeton.javalin;

import dev.jeton.JetonExchange;
import dev.jeton.JetonResolver;
import dev.jeton.web.HttpHeader;

import io.javalin.http.Context;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;

/** Opens an exchange for each request, and completes its answer when Jetty sends it: the one moment that no handler, sync, async
 * or streaming, passes by. */
record ExchangeFilter(JetonResolver jetons) implements Filter {
    private static final String ATTRIBUTE = JetonExchange.class.getName();

    void install(ServletContextHandler handler) {
        FilterHolder holder = new FilterHolder(this);
        holder.setAsyncSupported(true);
        handler.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    static JetonExchange exchange(Context ctx) {
        if (ctx.attribute(ATTRIBUTE) instanceof JetonExchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("no JetonPlugin watches over this application:"
                + " register one, and start the application by Javalin's own server");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        JavalinRequest view = new JavalinRequest((HttpServletRequest) request);
        JetonExchange exchange = new JetonExchange(jetons, view);
        request.setAttribute(ATTRIBUTE, exchange);
        ServletContextRequest.getServletContextRequest(request)
                .addHttpStreamWrapper(stream -> new Completing(stream, exchange));
        chain.doFilter(view, response);
    }

    /** The way out of the server. */
    private static final class Completing extends HttpStream.Wrapper {
        private final JetonExchange exchange;

        Completing(HttpStream stream, JetonExchange exchange) {
            super(stream);
            this.exchange = exchange;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            MetaData.Response sent =
                    response == null || HttpStatus.isInformational(response.getStatus())
                            ? response
                            : completed(response);
            super.send(request, sent, last, content, callback);
        }

        private MetaData.Response completed(MetaData.Response response) {
            List<HttpHeader> more = exchange.complete(
                    response.getStatus(), response.getHttpFields().getValuesList("Set-Cookie"));
            if (more.isEmpty()) {
                return response;
            }
            HttpFields.Mutable fields = HttpFields.build(response.getHttpFields());
            more.forEach(field -> fields.add(field.name(), field.value()));
            return new MetaData.Response(
                    response.getStatus(),
                    response.getReason(),
                    response.getHttpVersion(),
                    fields,
                    response.getContentLength(),
                    response.getTrailersSupplier());
        }
    }
}
