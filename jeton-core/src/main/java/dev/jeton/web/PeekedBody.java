package dev.jeton.web;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A request's body that can be looked at before its handler reads it; for adapters. Used by one thread at a time. */
public final class PeekedBody {
    /** Opens the native body. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;
    private byte @Nullable [] head;
    private boolean whole;

    public PeekedBody(Source source) {
        this.source = source;
    }

    /** The body, or null when it is longer than {@code limit} bytes; no more than one byte beyond the limit is read. */
    public byte @Nullable [] peek(int limit) throws IOException {
        byte[] read = head == null ? new byte[0] : head;
        if (!whole && read.length <= limit) {
            byte[] more = source.open().readNBytes(limit + 1 - read.length);
            byte[] both = new byte[read.length + more.length];
            System.arraycopy(read, 0, both, 0, read.length);
            System.arraycopy(more, 0, both, read.length, more.length);
            whole = both.length <= limit;
            read = both;
            head = both;
        }
        return read.length <= limit ? read : null;
    }

    /** Whether the body has been looked at, so that the handler reads {@link #replay()} in place of the native one. */
    public boolean isPeeked() {
        return head != null;
    }

    /** The body where all of it has been looked at, else null. */
    public byte @Nullable [] whole() {
        return whole ? head : null;
    }

    /** The body from its first byte on: what was looked at, and what is left of the native one. */
    public InputStream replay() throws IOException {
        byte[] first = head;
        if (first == null) {
            return source.open();
        }
        InputStream start = new ByteArrayInputStream(first);
        return whole ? start : new SequenceInputStream(start, source.open());
    }
}
