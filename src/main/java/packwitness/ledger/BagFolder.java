package packwitness.ledger;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A bag while it is written: every file is hashed as it passes and forced to the disk. */
final class BagFolder {
    private static final int BLOCK = 1 << 20;

    private final Path root;
    private final SortedMap<String, Sha256> payload = new TreeMap<>();
    private final SortedMap<String, Sha256> tags = new TreeMap<>();
    private long bytes;

    BagFolder(Path root) {
        this.root = root;
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
            out.force(true);
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
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isDirectory).forEach(EvidenceFolder::forceFolder);
        }
        Sha256 manifest = tags.get(BagNames.MANIFEST);
        if (manifest == null) throw new IllegalStateException("sealed without a manifest");
        return manifest;
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
            out.force(true);
        }
    }

    private Path place(String name) throws IOException {
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) throw new IllegalArgumentException("outside: " + name);
        Path folder = target.getParent();
        if (folder != null) Files.createDirectories(folder);
        return target;
    }
}
