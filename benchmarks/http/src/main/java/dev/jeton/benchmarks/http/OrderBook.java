package dev.jeton.benchmarks.http;

import org.h2.jdbcx.JdbcConnectionPool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Something to do for a request: the orders of a customer, from an embedded database by JDBC, as text. */
final class OrderBook {
    private static final int CUSTOMERS = 1_000;
    private static final int ORDERS = 20;
    private static final int CONNECTIONS = 64;

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:orders", "sa", "");

    /** One of the customers is this one; each has twenty orders. */
    OrderBook(String customer) {
        pool.setMaxConnections(CONNECTIONS);
        try (Connection connection = pool.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("create table orders (id int primary key, customer varchar, article"
                    + " varchar, amount decimal(9, 2))");
            create.execute("create index customers on orders (customer)");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into orders values (?, ?, ?, ?)")) {
                for (int i = 0; i < CUSTOMERS * ORDERS; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, i % CUSTOMERS == 0 ? customer : "user-" + i % CUSTOMERS);
                    insert.setString(3, "article " + i);
                    insert.setInt(4, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line for each order of the customer. */
    String of(String customer) {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, article, amount from orders where customer = ? order by id")) {
            select.setString(1, customer);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.append(rows.getInt(1)).append(';');
                    lines.append(rows.getString(2)).append(';');
                    lines.append(rows.getBigDecimal(3)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines.toString();
    }
}
