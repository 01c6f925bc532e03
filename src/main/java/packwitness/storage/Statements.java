package packwitness.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A connection with its statements, kept from one use to the next: making one costs more than most
 * look-ups by an index take. Used by one thread at a time.
 */
final class Statements implements AutoCloseable {
    private static final int MOST = 128;

    private final Connection connection;
    private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Returns a statement that nobody uses now; a second one where its like is in use. */
    Lent lend(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return new Lent(sql, kept == null ? connection.prepareStatement(sql) : kept);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A statement in use; one that failed is not used again. */
    final class Lent implements AutoCloseable {
        private final String sql;
        private final PreparedStatement statement;
        private boolean sound;

        private Lent(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        PreparedStatement statement() {
            return statement;
        }

        /** Says that it did what it was made for and that its result is closed. */
        <T> T sound(T answer) {
            sound = true;
            return answer;
        }

        @Override
        public void close() throws SQLException {
            if (!sound) {
                statement.close();
                return;
            }
            // What was asked last may be the ids of a million parcels in one text.
            statement.clearParameters();
            PreparedStatement second = idle.put(sql, statement);
            if (second != null) second.close();
            // The one that was used longest ago stands first.
            if (idle.size() > MOST) {
                Map.Entry<String, PreparedStatement> oldest = idle.pollFirstEntry();
                if (oldest != null) oldest.getValue().close();
            }
        }
    }
}
