package packwitness.storage;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * An opened data folder: its database and its files. Safe for any thread; whoever opens it closes
 * it.
 */
public final class Vault implements AutoCloseable {
    /** The name of the database in the folder; a folder with it is a vault. */
    public static final String DATABASE = "packwitness.db";

    private static final List<String> FOLDERS =
            List.of("videos", "frames", "claims", "exports", "keys", "quarantine");

    private final Path root;
    private final Database database;
    private final EvidenceFolder files;

    private Vault(Path root, Database database) {
        this.root = root;
        this.database = database;
        this.files = new EvidenceFolder(root);
    }

    public static boolean isVault(Path folder) {
        return Files.isRegularFile(folder.resolve(DATABASE));
    }

    /** Opens a vault, or makes a new one in a folder that holds none. */
    public static Vault open(Path folder, Clock clock, int station) throws Failure {
        Path root = folder.toAbsolutePath().normalize();
        boolean existed = Files.exists(root);
        try {
            Files.createDirectories(root);
            for (String name : FOLDERS) Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            if (!existed) deleteIfEmpty(root);
            throw new Failure(StorageProblem.NOT_WRITABLE, e, root);
        }
        if (!Files.isWritable(root)) throw new Failure(StorageProblem.NOT_WRITABLE, root);
        return new Vault(root, Database.open(root.resolve(DATABASE), clock, station));
    }

    /** Opens a vault that must be there already. */
    public static Vault openExisting(Path folder, Clock clock, int station) throws Failure {
        if (!isVault(folder)) throw new Failure(StorageProblem.NO_VAULT, folder.toAbsolutePath());
        return open(folder, clock, station);
    }

    public Path root() {
        return root;
    }

    public Database database() {
        return database;
    }

    public EvidenceFolder files() {
        return files;
    }

    @Override
    public void close() {
        database.close();
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException notEmpty) {
            // Something was made in it; it stays.
        }
    }
}
