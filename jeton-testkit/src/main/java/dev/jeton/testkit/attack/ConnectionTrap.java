package dev.jeton.testkit.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on a free port of this machine and counts who connects, for tokens that try to make a server fetch something. */
public final class ConnectionTrap implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private ConnectionTrap(ServerSocket socket) {
        this.socket = socket;
    }

    /** A trap that listens. */
    public static ConnectionTrap open() {
        try {
            ConnectionTrap trap =
                    new ConnectionTrap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread listener = new Thread(trap::count, "connection-trap");
            listener.setDaemon(true);
            listener.start();
            return trap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                connection.close();
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** {@code http://}, address and port, without a path. */
    public String address() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /**
     * How many have connected so far. It connects itself first and waits for that to be counted, so that whoever came
     * before has been counted too.
     */
    public int connections() {
        try (Socket own = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
            own.getInputStream().read(); // ends when the listener has let go of it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connections.decrementAndGet();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
