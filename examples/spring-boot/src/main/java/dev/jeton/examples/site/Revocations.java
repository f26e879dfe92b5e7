package dev.jeton.examples.site;

import dev.jeton.session.Denylist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.Optional;

/** Logouts, in the database: they hold after a restart, and for other servers of the same one. */
@Repository
class Revocations implements Denylist {
    private final JdbcClient db;

    Revocations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void revokeToken(String jti, Instant until, Instant now) {
        revoke("jti:" + jti, until, now);
    }

    @Override
    public void revokeSession(String sid, Instant until, Instant now) {
        revoke("sid:" + sid, until, now);
    }

    private void revoke(String id, Instant until, Instant now) {
        db.sql("delete from revocation where until <= ?").param(now).update();
        db.sql("merge into revocation r using (values (?, ?)) v (id, until) on r.id = v.id"
                        + " when matched and r.until < v.until then update set until = v.until"
                        + " when not matched and v.until > ? then insert values (v.id, v.until)")
                .params(id, until, now)
                .update();
    }

    @Override
    public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
        return db.sql("select count(*) from revocation where id in (?, ?) and until > ?")
                        .params("jti:" + jti.orElse(""), "sid:" + sid.orElse(""), now)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
