package packwitness.ledger;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A bag while it is written: every file is hashed as it passes; where the bag is to be kept, all
 * are forced to the disk when it is sealed.
 */
final class BagFolder {
    private static final int BLOCK = 1 << 20;
    private static final int AT_ONCE = 4;

    private final Path root;
    private final boolean kept;
    private final List<Path> written = new ArrayList<>();
    private final SortedMap<String, Sha256> payload = new TreeMap<>();
    private final SortedMap<String, Sha256> tags = new TreeMap<>();
    private long bytes;

    BagFolder(Path root, boolean kept) {
        this.root = root;
        this.kept = kept;
    }

    /** Writes a file under data/. */
    void payload(String name, byte[] content) throws IOException {
        put(name, content);
        payload.put(name, Sha256.of(content));
        bytes += content.length;
    }

    /** Copies a file under data/. */
    Sha256 payload(String name, Path source) throws IOException {
        Path target = place(name);
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(source);
                FileChannel out =
                        FileChannel.open(
                                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                ByteBuffer buffer = ByteBuffer.wrap(block, 0, n);
                while (buffer.hasRemaining()) out.write(buffer);
                bytes += n;
            }
        }
        Sha256 hash = Sha256.of(digest);
        payload.put(name, hash);
        return hash;
    }

    /** Writes a file beside data/. */
    void tag(String name, String content) throws IOException {
        byte[] utf8 = RowText.utf8(content);
        put(name, utf8);
        tags.put(name, Sha256.of(utf8));
    }

    /** Writes both manifests and returns the hash of the first. */
    Sha256 seal() throws IOException {
        tag(BagNames.MANIFEST, Manifest.write(payload));
        put(BagNames.TAG_MANIFEST, RowText.utf8(Manifest.write(tags)));
        if (kept) force();
        Sha256 manifest = tags.get(BagNames.MANIFEST);
        if (manifest == null) throw new IllegalStateException("sealed without a manifest");
        return manifest;
    }

    /** All at the end and several at once: one wait for the disk then serves many of them. */
    private void force() throws IOException {
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Void>> forced = new ArrayList<>();
            for (Path file : written) forced.add(several.submit(() -> force(file)));
            for (Future<Void> one : forced) one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("bag");
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isDirectory).forEach(EvidenceFolder::forceFolder);
        }
    }

    @SuppressWarnings("NullAway") // A Callable of Void has nothing else to return.
    private static Void force(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.force(true);
        }
        return null;
    }

    long files() {
        return payload.size();
    }

    long bytes() {
        return bytes;
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) Files.deleteIfExists(one);
    }

    private void put(String name, byte[] content) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        place(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) out.write(buffer);
        }
    }

    private Path place(String name) throws IOException {
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) throw new IllegalArgumentException("outside: " + name);
        Path folder = target.getParent();
        if (folder != null) Files.createDirectories(folder);
        written.add(target);
        return target;
    }
}
