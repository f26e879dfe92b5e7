package dev.jeton.spring;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import java.io.IOException;
import java.io.InputStream;

/** A body that Jeton has looked at, from its first byte on; blocking only. */
final class ReplayedInput extends ServletInputStream {
    private final InputStream bytes;
    private boolean finished;

    ReplayedInput(InputStream bytes) {
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
