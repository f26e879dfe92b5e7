package dev.jeton.examples.site;

import dev.jeton.session.Denylist;
import dev.jeton.testkit.DenylistContract;

import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class RevocationsTest extends DenylistContract {
    @Override
    protected Denylist denylist() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:revocations;DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("schema.sql")).execute(database);
        return new Revocations(JdbcClient.create(database));
    }
}
