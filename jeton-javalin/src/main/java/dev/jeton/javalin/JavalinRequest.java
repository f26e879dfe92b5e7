package dev.jeton.javalin;

import dev.jeton.web.PeekedBody;
import dev.jeton.web.WebRequest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Jeton's view of a request, and the handler's: its body can be read from the start after Jeton has looked at it. */
final class JavalinRequest extends HttpServletRequestWrapper implements WebRequest {
    private final PeekedBody body;
    private @Nullable ServletInputStream replayed;

    JavalinRequest(HttpServletRequest request) {
        super(request);
        body = new PeekedBody(request::getInputStream);
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
        return Collections.list(getHeaders(name));
    }

    @Override
    public @Nullable String rawQuery() {
        return getQueryString();
    }

    @Override
    public byte @Nullable [] body(int limit) throws IOException {
        return body.peek(limit);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (!body.isPeeked()) {
            return super.getInputStream();
        }
        if (replayed == null) {
            replayed = new Replayed(body.replay());
        }
        return replayed;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (!body.isPeeked()) {
            return super.getReader();
        }
        String charset = Objects.requireNonNullElse(getCharacterEncoding(), "UTF-8");
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    /** What Jeton has read, and the rest; blocking only. */
    private static final class Replayed extends ServletInputStream {
        private final InputStream bytes;
        private boolean finished;

        Replayed(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = bytes.read();
            finished |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = bytes.read(buffer, offset, length);
            finished |= read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException(
                    "this body was looked at for a token: read it without a listener");
        }
    }
}
