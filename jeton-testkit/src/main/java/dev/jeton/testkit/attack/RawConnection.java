package dev.jeton.testkit.attack;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A connection to a server on this machine that stays open as long as the server lets it, and is then opened anew. */
final class RawConnection implements Transport {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER = 2_048;

    private final int port;
    private final int patience;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    RawConnection(int port) {
        this(port, TIMEOUT_MILLIS);
    }

    /** A connection that waits so many milliseconds for each answer. */
    RawConnection(int port, int patience) {
        this.port = port;
        this.patience = patience;
    }

    /** Sends a request and reads its answer. */
    @Override
    public RawAnswer send(RawRequest request) throws IOException {
        OutputStream out = open();
        try {
            out.write(request.bytes());
            out.flush();
        } catch (SocketException answeredBeforeTheEnd) {
            return answer(request.method());
        }
        return answer(request.method());
    }

    /** Where requests are written to. */
    OutputStream open() throws IOException {
        if (socket == null) {
            Socket fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(patience);
            fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
            in = new BufferedInputStream(fresh.getInputStream(), BUFFER);
            socket = fresh;
        }
        return socket.getOutputStream();
    }

    /** Reads the next answer. */
    RawAnswer answer(String method) throws IOException {
        RawAnswer answer;
        try {
            answer = RawAnswer.read(in, method.equals("HEAD"));
        } catch (IOException broken) {
            close();
            throw broken;
        }
        if (answer.last() || answer.status() == 101) {
            close();
        }
        return answer;
    }

    /** Whether an answer has begun to come in. */
    boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Tells the server that no more comes. */
    void endOfRequest() throws IOException {
        if (socket != null) {
            socket.shutdownOutput();
        }
    }

    boolean isOpen() {
        return socket != null;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
