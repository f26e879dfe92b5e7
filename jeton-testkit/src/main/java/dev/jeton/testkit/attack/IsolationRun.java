package dev.jeton.testkit.attack;

import dev.jeton.Jeton;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that never send two requests of the same user in a row over one connection, and look who was answered. */
final class IsolationRun {
    private static final List<String> USERS = List.of("alice", "bob");
    private static final int CLIENTS = 8;
    /** Of the users, the kinds and the clients; each connection begins elsewhere in it. */
    private static final int CYCLE = 300;

    private static final int STRIDE = 37;

    private final int port;
    private final int patienceMillis;
    private final List<Exchange> cycle = new ArrayList<>();
    private final List<Exchange> together = new ArrayList<>();
    private volatile String example = "";

    /** @param patience how long an answer may take, on a machine that does other work besides */
    IsolationRun(Jeton jeton, int port, Duration patience) {
        this.port = port;
        this.patienceMillis = (int) patience.toMillis();
        List<Caller> callers = List.of(
                new Caller("alice", "Authorization: Bearer " + jeton.createAccessToken("alice")),
                new Caller("bob", cookie(jeton, jeton.createAccessToken("bob"))),
                new Caller("", "X-User: alice"));
        for (int i = 0; i < CYCLE; i++) {
            cycle.add(exchange(callers.get(i % callers.size()), i));
        }
        callers.forEach(caller -> together.add(caller.asks(IsolationApplication.TOGETHER)));
    }

    private static String cookie(Jeton jeton, String token) {
        return "Cookie: " + jeton.cookies().names().get(0) + "=" + token;
    }

    /** One in a hundred fails, two are forged, and one in four of the rest is answered later. */
    private static Exchange exchange(Caller caller, int i) {
        if (i % 100 == 50) {
            return caller.fails();
        }
        if (i % 50 == 10) {
            return caller.asForged();
        }
        return caller.asks(i % 4 == 1 ? IsolationApplication.LATER : IsolationApplication.PLAIN);
    }

    /** Somebody who asks, and what shows who it is; nobody has the empty name. */
    private record Caller(String name, String field) {
        Exchange asks(String path) {
            return answered(bytes(path, field));
        }

        private Exchange answered(byte[] request) {
            return new Exchange(request, 200, name, IsolationApplication.text(name));
        }

        /** An error page may name whom the request was made by, and nobody else. */
        Exchange fails() {
            return new Exchange(bytes(IsolationApplication.FAILS, field), 500, name, "");
        }

        /** Refused, unless there was no token to forge. */
        Exchange asForged() {
            byte[] bytes = bytes(IsolationApplication.PLAIN, field + "x");
            return name.isEmpty()
                    ? answered(bytes)
                    : new Exchange(bytes, 401, "", "\"code\":\"token_invalid\"");
        }

        private static byte[] bytes(String path, String field) {
            return RawRequest.get(path).line(field).bytes();
        }
    }

    /**
     * A request and its answer.
     *
     * @param name the only user that the answer may name
     * @param text what it must contain
     */
    private record Exchange(byte[] request, int status, String name, String text) {
        boolean isRight(RawAnswer answer) {
            String body = answer.text();
            return answer.status() == status
                    && body.contains(text)
                    && USERS.stream().allMatch(user -> user.equals(name) || !body.contains(user));
        }
    }

    /** Sends so many requests, over few connections; how many were answered for somebody else. */
    int alternate(int requests) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int from = client * STRIDE;
                int share = requests / CLIENTS + (client < requests % CLIENTS ? 1 : 0);
                work.add(() -> alternate(from, share));
            }
            int wrong = 0;
            for (Future<Integer> share : clients.invokeAll(work)) {
                wrong += share.get();
            }
            return wrong;
        } finally {
            clients.shutdown();
        }
    }

    private int alternate(int from, int requests) throws IOException {
        int wrong = 0;
        try (RawConnection connection = new RawConnection(port, patienceMillis)) {
            for (int i = from; i < from + requests; i++) {
                Exchange exchange = cycle.get(i % CYCLE);
                connection.open().write(exchange.request());
                wrong += judge(exchange, connection.answer("GET"));
            }
        }
        return wrong;
    }

    /** Sends so many requests at once, each over a connection of its own; how many were answered for somebody else. */
    int together(int requests) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < requests; i++) {
                connections.add(new RawConnection(port, patienceMillis));
                connections
                        .get(i)
                        .open()
                        .write(together.get(i % together.size()).request());
            }
            int wrong = 0;
            for (int i = 0; i < requests; i++) {
                wrong += judge(
                        together.get(i % together.size()), connections.get(i).answer("GET"));
            }
            return wrong;
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    /** Anonymous requests, which are nobody's whatever thread they come to. */
    int anonymous(int requests) throws IOException {
        Exchange exchange = new Exchange(
                RawRequest.get(IsolationApplication.PLAIN).bytes(),
                200,
                "",
                IsolationApplication.text(""));
        int wrong = 0;
        for (int i = 0; i < requests; i++) {
            try (RawConnection connection = new RawConnection(port, patienceMillis)) {
                connection.open().write(exchange.request());
                wrong += judge(exchange, connection.answer("GET"));
            }
        }
        return wrong;
    }

    private int judge(Exchange exchange, RawAnswer answer) {
        if (exchange.isRight(answer)) {
            return 0;
        }
        example = exchange.status() + " " + exchange.text() + ", not " + answer;
        return 1;
    }

    /** What one of the wrong answers should have been, and was. */
    String example() {
        return example;
    }
}
