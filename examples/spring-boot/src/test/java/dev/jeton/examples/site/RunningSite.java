package dev.jeton.examples.site;

import dev.jeton.JetonListener;
import dev.jeton.failure.Reason;
import dev.jeton.testkit.MovableClock;
import dev.jeton.web.Refusal;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The site as its users meet it, on a port of its own, with a clock that tests move. */
final class RunningSite implements AutoCloseable {
    /** Stays the same when a test starts the site again. */
    private static final String SECRET =
            "hex:8c1d4f2e9a7b3056e1f4a8c2d7b9035e6f1a8c4d2e7b9053a6f1c8e4d2b7905a";

    final MovableClock clock = MovableClock.atNow();

    /** Why requests have been refused. */
    final List<Reason> refused = new CopyOnWriteArrayList<>();

    private final ConfigurableApplicationContext context;

    RunningSite(Path data) {
        this(data, SECRET);
    }

    RunningSite(Path data, String secret) {
        context = new SpringApplicationBuilder(Site.class)
                .initializers(this::addBeans)
                .run("--server.port=0", "--site.data=" + data, "--jeton.secret-key=" + secret);
    }

    private void addBeans(ConfigurableApplicationContext started) {
        GenericApplicationContext beans = (GenericApplicationContext) started;
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(JetonListener.class, () -> new JetonListener() {
            @Override
            public void refused(Refusal refusal) {
                refused.add(refusal.reason());
            }
        });
    }

    String url(String path) {
        return url("localhost", path);
    }

    /** The same under another name of the machine. */
    String url(String host, String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return "http://" + host + ":" + port + path;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
