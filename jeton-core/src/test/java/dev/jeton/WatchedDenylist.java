package dev.jeton;

import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A denylist that writes down what it is asked and told. */
final class WatchedDenylist implements Denylist {
    final List<String> asked = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final InMemoryDenylist entries = new InMemoryDenylist();

    @Override
    public void revokeToken(String jti, Instant until, Instant now) {
        told.add(jti);
        entries.revokeToken(jti, until, now);
    }

    @Override
    public void revokeSession(String sid, Instant until, Instant now) {
        told.add(sid);
        entries.revokeSession(sid, until, now);
    }

    @Override
    public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
        asked.add(jti.orElse("") + " " + sid.orElse(""));
        return entries.isRevoked(jti, sid, now);
    }
}
