package packwitness.storage;

import org.sqlite.util.LibraryLoaderUtil;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Large parts of the program as files of the user's own. What must be a file is else unpacked from
 * its jar into the temporary folder at every start, and left there by a program that is killed.
 */
public final class Unpacked {
    private Unpacked() {}

    /** Returns the file of a resource, written now if it is not there as the program brings it. */
    public static Path of(Path folder, String resource) throws IOException {
        try (InputStream in = Unpacked.class.getResourceAsStream(resource)) {
            if (in == null) throw new FileNotFoundException(resource);
            // Before the first byte is read a stream from a jar or a file knows how many there are.
            long bytes = in.available();
            // Another version of the program lays its own beside it.
            Path own = folder.resolve(Long.toString(bytes));
            Path file = own.resolve(Path.of(resource).getFileName().toString());
            if (bytes > 0 && Files.exists(file) && Files.size(file) == bytes) return file;
            Files.createDirectories(own);
            Path made = Files.createTempFile(own, "new", ".part");
            try {
                Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
                // Its length is all that is looked at later: no power cut may leave a hollow one.
                try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(made);
            }
            return file;
        }
    }

    /** Lets SQLite's library be loaded from there; where that cannot be, it finds its own way. */
    public static void useForSqlite(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        try {
            Path file = of(folder, LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
            System.setProperty("org.sqlite.lib.path", String.valueOf(file.getParent()));
            System.setProperty("org.sqlite.lib.name", name);
        } catch (IOException unpackedByItself) {
            System.getLogger("packwitness.storage")
                    .log(System.Logger.Level.INFO, "not unpacked", unpackedByItself);
        }
    }
}
