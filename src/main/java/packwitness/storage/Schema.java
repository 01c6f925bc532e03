package packwitness.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Brings a database to the newest schema. What was done stands in {@code user_version} as a sum of
 * the names and bytes of all steps, so a start that has nothing to do reads one number instead of
 * every step.
 */
final class Schema {
    private static final String FOLDER = "packwitness/schema";

    private Schema() {}

    /** Runs the steps that the file behind the connection has not seen. */
    static void bring(Connection connection, Path file) throws SQLException, IOException {
        int newest = sum();
        if (noted(connection) == newest) return;
        Steps.run(file, FOLDER);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + newest);
        }
    }

    /** A class of its own: what it needs is large, and most starts do without. */
    private static final class Steps {
        static void run(Path file, String folder) throws SQLException {
            try {
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource("jdbc:sqlite:" + file, null, null)
                        .locations("classpath:" + folder)
                        // Each room numbers its own steps: a new one may stand before an old one.
                        .outOfOrder(true)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e);
            }
        }
    }

    private static int noted(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA user_version")) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }

    /** Returns a number for the steps of this program; never 0, which a new file has. */
    private static int sum() throws IOException {
        CRC32 sum = new CRC32();
        for (String step : steps()) sum.update(step.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue() | 1;
    }

    /** Returns name and checksum of every step, in order. */
    private static List<String> steps() throws IOException {
        CodeSource source = Schema.class.getProtectionDomain().getCodeSource();
        if (source == null) throw new IOException("nothing tells where the program is");
        Path program = Path.of(URI.create(source.getLocation().toString()));
        List<String> steps = new ArrayList<>();
        if (Files.isDirectory(program)) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(program.resolve(FOLDER), "*.sql")) {
                for (Path file : files) {
                    CRC32 sum = new CRC32();
                    sum.update(Files.readAllBytes(file));
                    steps.add(step(FOLDER + "/" + file.getFileName(), sum.getValue()));
                }
            }
        } else {
            try (JarFile jar = new JarFile(program.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries()))
                    if (entry.getName().startsWith(FOLDER + "/") && !entry.isDirectory())
                        steps.add(step(entry.getName(), entry.getCrc()));
            }
        }
        if (steps.isEmpty()) throw new IOException("the build left out " + FOLDER);
        Collections.sort(steps);
        return steps;
    }

    private static String step(String name, long sum) {
        return name + " " + Long.toHexString(sum) + "\n";
    }
}
