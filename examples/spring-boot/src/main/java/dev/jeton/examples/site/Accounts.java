package dev.jeton.examples.site;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

import java.util.Objects;
import java.util.Optional;

/** The users and their passwords: Jeton stops here, checking credentials is the application's work. */
@Repository
class Accounts {
    private final JdbcClient db;
    private final PasswordEncoder passwords = new BCryptPasswordEncoder();
    private final String nobodysHash = hash("nobody's password");

    Accounts(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> find(long id) {
        return db.sql("select id, name, password_version from account where id = ?")
                .param(id)
                .query(Account.class)
                .optional();
    }

    /** The account, or empty when the password is not its own. Takes as long for a name that nobody has. */
    Optional<Account> authenticate(String name, String password) {
        Optional<Account> account = find(name);
        String hash = account.map(this::hashOf).orElse(nobodysHash);
        return passwords.matches(password, hash) ? account : Optional.empty();
    }

    /** The new account, or empty when the name is taken. */
    Optional<Account> signUp(String name, String password) {
        try {
            db.sql("insert into account (name, password) values (?, ?)")
                    .params(name, hash(password))
                    .update();
            return find(name);
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    /** The account with its new password. */
    Account changePassword(Account account, String password) {
        db.sql(
                        "update account set password = ?, password_version = password_version + 1 where id = ?")
                .params(hash(password), account.id())
                .update();
        return find(account.id()).orElseThrow();
    }

    private Optional<Account> find(String name) {
        return db.sql("select id, name, password_version from account where name = ?")
                .param(name)
                .query(Account.class)
                .optional();
    }

    private String hashOf(Account account) {
        return db.sql("select password from account where id = ?")
                .param(account.id())
                .query(String.class)
                .single();
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }
}
