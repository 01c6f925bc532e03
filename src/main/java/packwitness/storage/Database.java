package packwitness.storage;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import packwitness.value.Failure;
import packwitness.value.Threads;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The SQLite file of a vault; safe for any thread. Writing work runs one by one on the writer
 * thread inside BEGIN IMMEDIATE and is on the disk when {@link #write} returns; reading work runs
 * on connections of its own and never waits for a writer.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 3;
    private static final int WAIT_FOR_OTHER_PROGRAMS_MS = 15_000;

    private final Path file;
    private final Clock clock;
    private final int station;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Statements> readers = new LinkedBlockingQueue<>();
    private final Thread writer;
    private @Nullable Statements writing;
    private volatile boolean closed;

    private Database(Path file, Clock clock, int station) {
        this.file = file;
        this.clock = clock;
        this.station = station;
        this.writer = Thread.ofPlatform().name("vault-writer").daemon().unstarted(this::serve);
    }

    /**
     * Opens or makes the file and brings its schema up to date.
     *
     * @param station 0 to 1023, part of every new id
     */
    public static Database open(Path file, Clock clock, int station) throws Failure {
        Database database = new Database(file, clock, station);
        try {
            database.connect();
        } catch (SQLException e) {
            database.disconnect();
            throw database.failure(e);
        } catch (IOException e) {
            database.disconnect();
            throw new Failure(StorageProblem.DATABASE_FAILED, e, file, e.toString());
        }
        database.writer.start();
        return database;
    }

    private void connect() throws SQLException, IOException {
        Statements first = new Statements(connect(false));
        writing = first;
        Schema.bring(first.connection(), file);
        for (int i = 0; i < READERS; i++) readers.add(new Statements(connect(true)));
    }

    /**
     * Runs the work in a transaction of its own and returns once it is durable; all of it happened,
     * or nothing.
     */
    public <T> T write(Work<T> work) throws Failure {
        if (closed) throw new IllegalStateException("database is closed");
        CompletableFuture<T> answer = new CompletableFuture<>();
        queue.add(() -> {
            try {
                answer.complete(transact(work));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    /**
     * Runs the work like {@link #write}, but lets nobody wait for it; where it fails nothing of it
     * happened and the log says so.
     */
    public void writeLater(Work<?> work) {
        if (closed) return;
        queue.add(() -> {
            try {
                transact(work);
            } catch (SQLException | Failure | RuntimeException e) {
                System.getLogger("packwitness.storage")
                        .log(System.Logger.Level.WARNING, "work that nobody waited for", e);
            }
        });
    }

    /** Runs reading work; each statement sees what was committed when it began. */
    public <T> T read(Work<T> work) throws Failure {
        return read(work, new Cancellation());
    }

    /**
     * Runs reading work that may be cancelled.
     *
     * @throws CancellationException where it was
     */
    public <T> T read(Work<T> work, Cancellation cancellation) throws Failure {
        Statements connection = take();
        boolean healthy = false;
        try {
            T found = work.run(new Transaction(connection, clock.instant(), station, cancellation));
            healthy = true;
            return found;
        } catch (CancellationException e) {
            healthy = true;
            throw e;
        } catch (SQLException e) {
            healthy =
                    e instanceof SQLiteException interrupted
                            && interrupted.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT;
            if (healthy && cancellation.cancelled()) {
                CancellationException cancelled = new CancellationException();
                cancelled.initCause(e);
                throw cancelled;
            }
            throw failure(e);
        } finally {
            giveBack(connection, healthy);
        }
    }

    public Path file() {
        return file;
    }

    /**
     * Writes a copy of what is committed now into a new file, checked and whole, while others read
     * and write. Copying page by page would begin anew with each commit of another connection and
     * never end; a plain copy of the file would be broken.
     */
    public void copyTo(Path copy) throws Failure {
        try (Connection connection = connect(false);
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            throw failure(e);
        }
        checkWhole(copy);
    }

    /** Reads a database file that nobody writes to and fails unless it finds itself whole. */
    public static void checkWhole(Path copy) throws Failure {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA integrity_check")) {
            if (!result.next() || !"ok".equals(result.getString(1)))
                throw new Failure(StorageProblem.DATABASE_BROKEN, copy);
        } catch (SQLException e) {
            throw new Failure(StorageProblem.DATABASE_BROKEN, e, copy);
        }
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        queue.add(() -> {});
        Threads.join(writer);
        disconnect();
    }

    private void disconnect() {
        closeQuietly(writing);
        for (Statements reader : readers) closeQuietly(reader);
    }

    private void serve() {
        try {
            while (!closed || !queue.isEmpty()) queue.take().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T transact(Work<T> work) throws SQLException, Failure {
        Statements statements = writing;
        if (statements == null || statements.connection().isClosed())
            statements = writing = new Statements(connect(false));
        Connection connection = statements.connection();
        try {
            connection.setAutoCommit(false);
            T done = work.run(new Transaction(statements, clock.instant(), station));
            // commit() of this driver begins the next write transaction at once and so keeps other
            // programs out; ending the transaction this way does not.
            connection.setAutoCommit(true);
            return done;
        } catch (SQLException | Failure | RuntimeException | Error e) {
            // After a full disk or an I/O error the driver believes in a transaction that SQLite
            // has already
            // rolled back, so the connection is never used again.
            writing = null;
            rollBack(connection);
            if (e instanceof SQLException sql) throw failure(sql);
            throw e;
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException alreadyRolledBack) {
            // The first trouble is the one that is reported.
        }
        closeQuietly(connection);
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(WAIT_FOR_OTHER_PROGRAMS_MS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "true");
        if (readOnly) config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-16000");
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        if (readOnly) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = true");
            }
        }
        return connection;
    }

    private Statements take() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the index", e);
        }
    }

    private void giveBack(Statements connection, boolean healthy) {
        if (healthy) {
            readers.add(connection);
            return;
        }
        closeQuietly(connection);
        try {
            readers.add(new Statements(connect(true)));
        } catch (SQLException e) {
            System.getLogger("packwitness.storage")
                    .log(System.Logger.Level.WARNING, "no reader", e);
            readers.add(connection);
        }
    }

    private Failure failure(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite
                        ? sqlite.getResultCode()
                        : SQLiteErrorCode.SQLITE_ERROR;
        return switch (code) {
            case SQLITE_FULL -> new Failure(StorageProblem.DISK_FULL, e, folder());
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_SNAPSHOT ->
                    new Failure(StorageProblem.DATABASE_BUSY, e, file);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    new Failure(StorageProblem.DATABASE_BROKEN, e, file);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_READONLY_DIRECTORY ->
                    new Failure(StorageProblem.NOT_WRITABLE, e, folder());
            default ->
                    new Failure(
                            StorageProblem.DATABASE_FAILED,
                            e,
                            file,
                            String.valueOf(e.getMessage()));
        };
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static <T> T await(CompletableFuture<T> answer) throws Failure {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Failure failure -> throw failure;
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the index was written", e);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable connection) {
        if (connection == null) return;
        try {
            connection.close();
        } catch (Exception e) {
            System.getLogger("packwitness.storage").log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
