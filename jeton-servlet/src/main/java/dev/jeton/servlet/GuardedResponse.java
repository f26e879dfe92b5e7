package dev.jeton.servlet;

import dev.jeton.JetonExchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** A response that is completed before whatever may send its head: an error, a redirect, a flush, or as much body as fills a buffer. */
final class GuardedResponse extends HttpServletResponseWrapper {
    /** Containers send a buffer before it is full: Jetty from a quarter on. */
    private static final int SHARE_OF_BUFFER = 4;

    private static final int BYTES_OF_CHARACTER = 4;

    private final JetonExchange exchange;
    private long written;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    GuardedResponse(HttpServletResponse response, JetonExchange exchange) {
        super(response);
        this.exchange = exchange;
    }

    /** Adds what the core adds to this answer, once. */
    void complete() {
        complete(getStatus());
    }

    private void complete(int status) {
        if (!exchange.isComplete() && !isCommitted()) {
            exchange.complete(status, getHeaders("Set-Cookie"))
                    .forEach(field -> addHeader(field.name(), field.value()));
        }
    }

    private void beforeWriting(int bytes) {
        written += bytes;
        if (exchange.isComplete()) {
            return;
        }
        if (written * SHARE_OF_BUFFER >= getBufferSize() || isLast(getHeader("Content-Length"))) {
            complete();
        }
    }

    private boolean isLast(@Nullable String length) {
        return length != null && written >= Long.parseLong(length);
    }

    @Override
    public void sendError(int status) throws IOException {
        complete(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        complete(status);
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        complete(SC_FOUND);
        super.sendRedirect(location);
    }

    /**
     * What all other redirects of Servlet 6.1 come to. This is compiled against 6.0, where nothing above has such a method, so it
     * does here what 6.1 says.
     */
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        if (isCommitted()) {
            throw new IllegalStateException("the answer has been sent: it cannot redirect");
        }
        if (clearBuffer) {
            resetBuffer();
        }
        setStatus(status);
        setHeader("Location", location);
        flushBuffer();
    }

    @Override
    public void flushBuffer() throws IOException {
        complete();
        super.flushBuffer();
    }

    @Override
    public void reset() {
        super.reset();
        written = 0;
        stream = null;
        writer = null;
        exchange.reset();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        written = 0;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new CompletingStream(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new CompletingWriter(super.getWriter()));
        }
        return writer;
    }

    /** The native stream, watched. */
    private final class CompletingStream extends ServletOutputStream {
        private final ServletOutputStream out;

        CompletingStream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            beforeWriting(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            beforeWriting(length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            complete();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            complete();
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }

    /** The native writer, watched. */
    private final class CompletingWriter extends Writer {
        private final PrintWriter out;

        CompletingWriter(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            beforeWriting(length * BYTES_OF_CHARACTER);
            out.write(text, offset, length);
        }

        @Override
        public void flush() throws IOException {
            complete();
            if (out.checkError()) {
                throw new IOException("the client cannot be reached");
            }
        }

        @Override
        public void close() {
            complete();
            out.close();
        }
    }
}
