package packwitness.ledger;

import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A connection to a vault's database that cannot write, on a medium that may be read-only too. */
final class VaultConnection {
    private static final int MOST_STEPS = 1_000_000;
    private static final Pattern DEFINITION =
            Pattern.compile("CREATE (TABLE|INDEX|UNIQUE INDEX|TRIGGER|VIEW) ");

    private VaultConnection() {}

    /** Ends a statement that has run long enough. */
    private static final class Enough extends ProgressHandler {
        @Override
        protected int progress() {
            return 1;
        }
    }

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

    /**
     * Returns what is wrong with the tables' own definitions, nothing where they are sound. A
     * connection that cannot write overlooks such damage; the program, which writes, could not open
     * the vault any more.
     */
    static Optional<String> brokenSchema(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT"
                                        + " LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid")) {
            while (row.next()) definitions.add(row.getString(1));
        }
        try (Connection empty = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = empty.createStatement()) {
            // Definitions are strangers' text too: they may define, and not for long.
            ProgressHandler.setHandler(empty, MOST_STEPS, new Enough());
            for (String definition : definitions) {
                if (!DEFINITION.matcher(definition).lookingAt())
                    return Optional.of(definition.substring(0, Math.min(40, definition.length())));
                statement.execute(definition);
            }
            return Optional.empty();
        } catch (SQLException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /**
     * Returns what is wrong between a table and its indexes. The checks read tables whole and would
     * not notice; the program looks things up and would be told something else.
     */
    static Optional<String> brokenIndex(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check('" + table + "')")) {
            String said = row.next() ? String.valueOf(row.getString(1)) : "";
            return said.equals("ok") ? Optional.empty() : Optional.of(table + ": " + said);
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
