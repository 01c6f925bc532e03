package packwitness.storage;

import packwitness.value.Failure;

import java.sql.SQLException;

/** What is done inside one transaction. */
@FunctionalInterface
public interface Work<T> {
    T run(Transaction transaction) throws SQLException, Failure;
}
