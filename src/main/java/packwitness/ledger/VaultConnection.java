package packwitness.ledger;

import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection to a vault's database that cannot write, on a medium that may be read-only too. */
final class VaultConnection {
    private VaultConnection() {}

    static Connection open(Path database) throws SQLException {
        try {
            return connect("jdbc:sqlite:" + database);
        } catch (SQLException e) {
            // On a read-only medium SQLite cannot make its shared memory file; without a journal
            // of pending writes the file alone is the whole database.
            if (Files.exists(database.resolveSibling(database.getFileName() + "-wal"))) throw e;
            return connect("jdbc:sqlite:" + database.toUri() + "?immutable=1");
        }
    }

    static List<Long> numbers(Connection connection, String sql, String argument)
            throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) found.add(row.getLong(1));
            }
        }
        return found;
    }

    private static Connection connect(String url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(15_000);
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            // One snapshot for all questions, even while a station writes.
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM ledger_row WHERE seq = 0").close();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
