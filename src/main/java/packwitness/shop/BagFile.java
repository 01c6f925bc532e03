package packwitness.shop;

import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A bag in one file, to be handed over: a zip that any unzip takes apart, in which the same bag
 * always gives the same bytes. See src/docs/evidence-format.md. Any thread.
 */
public final class BagFile {
    /** How the name of such a file ends. */
    public static final String SUFFIX = ".pwbag";

    /** The folder in which all of the bag stands, so that unzip strews nothing about. */
    static final String FOLDER = "packwitness-bag/";

    private static final int BLOCK = 1 << 20;

    /** A bag in one file on the disk. */
    public record Made(Path file, Sha256 sha256, long bytes, int files) {}

    private BagFile() {}

    /** Returns whether the name says that it is a bag in one file. */
    public static boolean isNamedSo(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /**
     * Packs the folder of a bag; the target must not exist and appears whole.
     *
     * @param share is told how much is done, from 0 to 1
     * @throws java.util.concurrent.CancellationException where it was cancelled; nothing is left
     */
    public static Made pack(Path bag, Path target, Cancellation cancellation, DoubleConsumer share)
            throws Failure {
        if (!Files.isRegularFile(bag.resolve("bagit.txt")))
            throw new Failure(ShopProblem.NO_BAG, bag);
        Path file = target.toAbsolutePath();
        if (Files.exists(file)) throw new Failure(StorageProblem.FILE_EXISTS, file);
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            EvidenceFolder.makeFolders(folderOf(file));
            Made made = write(bag, temporary, cancellation, share);
            EvidenceFolder.settle(temporary, file);
            return new Made(file, made.sha256(), made.bytes(), made.files());
        } catch (FileAlreadyExistsException e) {
            throw new Failure(StorageProblem.FILE_EXISTS, e, file);
        } catch (IOException e) {
            throw failure(e, file);
        } finally {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftBehind) {
                // A half-made copy is no evidence; the first trouble is the one that is told.
            }
        }
    }

    private static Made write(Path bag, Path file, Cancellation cancellation, DoubleConsumer share)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        List<ZipLayout.Entry> entries = new ArrayList<>();
        List<Path> files = files(bag);
        long all = 0;
        for (Path one : files) all += Files.size(one);
        try (OutputStream disk = Files.newOutputStream(file);
                DigestOutputStream out = new DigestOutputStream(disk, digest)) {
            long at = 0;
            long done = 0;
            for (Path one : files) {
                ZipLayout.Entry entry = entry(bag, one, at, cancellation);
                byte[] head = ZipLayout.local(entry);
                out.write(head);
                copy(one, out, entry, cancellation);
                entries.add(entry);
                at += head.length + entry.size();
                done += entry.size();
                share.accept(all == 0 ? 1 : done / (double) all);
            }
            long length = 0;
            for (ZipLayout.Entry entry : entries) {
                byte[] line = ZipLayout.central(entry);
                out.write(line);
                length += line.length;
            }
            out.write(ZipLayout.end(entries.size(), length, at));
        }
        force(file);
        return new Made(file, Sha256.of(digest), Files.size(file), entries.size());
    }

    /** All files of the bag by their names; a link is no file of a bag. */
    private static List<Path> files(Path bag) throws IOException {
        try (Stream<Path> walk = Files.walk(bag)) {
            List<Path> found =
                    walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .sorted(Comparator.comparing(path -> name(bag, path)))
                            .toList();
            for (Path path : found)
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    throw new IOException("no regular file: " + name(bag, path));
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path bag, Path file) {
        return FOLDER + bag.relativize(file).toString().replace('\\', '/');
    }

    /** Reads the file once for its CRC, which must stand before it. */
    private static ZipLayout.Entry entry(Path bag, Path file, long at, Cancellation cancellation)
            throws IOException {
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                cancellation.check();
                crc.update(block, 0, n);
                size += n;
            }
        }
        return new ZipLayout.Entry(name(bag, file), size, (int) crc.getValue(), at);
    }

    private static void copy(
            Path file, OutputStream out, ZipLayout.Entry entry, Cancellation cancellation)
            throws IOException {
        long left = entry.size();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0 && left > 0; n = in.read(block)) {
                cancellation.check();
                int taken = (int) Math.min(n, left);
                out.write(block, 0, taken);
                left -= taken;
            }
        }
        if (left > 0) throw new IOException("grew shorter while it was read: " + entry.name());
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) throw new IllegalArgumentException("no file: " + file);
        return folder;
    }

    private static Failure failure(IOException e, Path file) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("not enough space");
        return new Failure(full ? StorageProblem.DISK_FULL : StorageProblem.NOT_WRITABLE, e, file);
    }
}
