package dev.jeton.examples.site;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What users have noted. Every question names the owner, so that nobody reaches another's. */
@Repository
class Notes {
    /** A note. */
    record Note(long id, String text, Instant written) {}

    private final JdbcClient db;

    Notes(JdbcClient db) {
        this.db = db;
    }

    List<Note> of(Account owner) {
        return db.sql("select id, text, written from note where owner = ? order by id desc")
                .param(owner.id())
                .query(new SimplePropertyRowMapper<>(Note.class))
                .list();
    }

    Note add(Account owner, String text) {
        KeyHolder key = new GeneratedKeyHolder();
        Instant now = Instant.now();
        db.sql("insert into note (owner, text, written) values (?, ?, ?)")
                .params(owner.id(), text, now)
                .update(key, "id");
        return new Note(Objects.requireNonNull(key.getKey()).longValue(), text, now);
    }

    /** Whether there was one of this id. */
    boolean delete(Account owner, long id) {
        return db.sql("delete from note where owner = ? and id = ?")
                        .params(owner.id(), id)
                        .update()
                == 1;
    }
}
