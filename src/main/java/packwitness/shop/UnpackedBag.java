package packwitness.shop;

import packwitness.storage.Cancellation;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Named;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A bag in one file, unpacked into a private folder that goes with {@link #close}. Nothing in the
 * file is believed: each byte around its files must be the one that {@link ZipLayout} writes, files
 * are stored, so that none grows, and names stay inside. One thread.
 */
final class UnpackedBag implements AutoCloseable {
    private static final int MOST_FILES = 100_000;
    private static final int LONGEST_NAME = 1000;
    private static final int DEEPEST = 24;
    private static final int BLOCK = 1 << 20;
    private static final long SPARE = 64L << 20;

    /** What is wrong with a file; the words are {@code shop.bag-broken.WHY}. */
    enum Why implements Named {
        CUT,
        EMPTY,
        TOO_MANY,
        /** Written by another program, compressed, or with something behind its end. */
        OTHER_FORM,
        /** A name that leads outside of the folder, comes twice, or cannot be a file's. */
        NAME,
        /** A file inside is not what was packed. */
        CHANGED;

        @Override
        public String nameKey() {
            return "shop.bag-broken." + name();
        }
    }

    /** Says how a file differs from a bag in one file. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        private final Why why;

        Bad(Why why) {
            super(why.name());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    private final Path folder;

    private UnpackedBag(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder of the bag. */
    Path bag() {
        return folder.resolve(BagFile.FOLDER);
    }

    /** Unpacks the file. */
    static UnpackedBag of(Path file, Cancellation cancellation, DoubleConsumer share)
            throws Bad, Failure {
        try {
            long length = Files.size(file);
            UnpackedBag unpacked = new UnpackedBag(Files.createTempDirectory("packwitness-"));
            boolean whole = false;
            try (InputStream raw = Files.newInputStream(file);
                    DataInputStream in = new DataInputStream(new BufferedInputStream(raw, BLOCK))) {
                if (Files.getFileStore(unpacked.folder).getUsableSpace() < length + SPARE)
                    throw new Failure(StorageProblem.DISK_FULL, unpacked.folder);
                new Reading(in, unpacked.folder, length, cancellation, share).read();
                whole = true;
                return unpacked;
            } finally {
                if (!whole) unpacked.close();
            }
        } catch (EOFException cut) {
            throw new Bad(Why.CUT);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
        }
    }

    /** One pass over the file, front to back. */
    private static final class Reading {
        private final DataInputStream in;
        private final Path folder;
        private final long length;
        private final Cancellation cancellation;
        private final DoubleConsumer share;
        private final List<ZipLayout.Entry> entries = new ArrayList<>();
        private long at;

        Reading(
                DataInputStream in,
                Path folder,
                long length,
                Cancellation cancellation,
                DoubleConsumer share) {
            this.in = in;
            this.folder = folder;
            this.length = length;
            this.cancellation = cancellation;
            this.share = share;
        }

        void read() throws IOException, Bad {
            byte[] signature = take(4);
            while (number(signature) == ZipLayout.LOCAL) {
                file(signature);
                signature = take(4);
            }
            if (entries.isEmpty()) throw new Bad(Why.EMPTY);
            directory(signature);
        }

        private void file(byte[] signature) throws IOException, Bad {
            if (entries.size() >= MOST_FILES) throw new Bad(Why.TOO_MANY);
            long begin = at - signature.length;
            byte[] fixed = take(26);
            ByteBuffer head = ZipLayout.buffer(26).put(fixed).flip();
            if (head.getShort(4) != 0) throw new Bad(Why.OTHER_FORM);
            int crc = head.getInt(10);
            long size = Integer.toUnsignedLong(head.getInt(18));
            int name = Short.toUnsignedInt(head.getShort(22));
            int extra = Short.toUnsignedInt(head.getShort(24));
            if (name > LONGEST_NAME || extra > 20) throw new Bad(Why.NAME);
            byte[] utf8 = take(name);
            byte[] more = take(extra);
            if (extra == 20) size = ZipLayout.buffer(20).put(more).getLong(4);
            String text = new String(utf8, StandardCharsets.UTF_8);
            if (!Arrays.equals(utf8, text.getBytes(StandardCharsets.UTF_8)))
                throw new Bad(Why.NAME);
            ZipLayout.Entry entry = new ZipLayout.Entry(text, size, crc, begin);
            if (size < 0 || size > length - at) throw new Bad(Why.CUT);
            same(ZipLayout.local(entry), signature, fixed, utf8, more);
            named(text);
            unpack(entry);
            entries.add(entry);
            share.accept(at / (double) length);
        }

        private void named(String name) throws Bad {
            if (!name.startsWith(BagFile.FOLDER)) throw new Bad(Why.NAME);
            String[] parts = name.split("/", -1);
            boolean plain = parts.length <= DEEPEST && name.indexOf('\\') < 0;
            for (String part : parts)
                plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
            plain &= name.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == ':');
            if (!plain) throw new Bad(Why.NAME);
            if (!entries.isEmpty() && entries.getLast().name().compareTo(name) >= 0)
                throw new Bad(Why.NAME);
        }

        private void unpack(ZipLayout.Entry entry) throws IOException, Bad {
            CRC32 crc = new CRC32();
            try {
                Path file = folder.resolve(entry.name()).normalize();
                if (!file.startsWith(folder)) throw new Bad(Why.NAME);
                Path above = file.getParent();
                if (above != null) Files.createDirectories(above);
                try (OutputStream out =
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    byte[] block = new byte[(int) Math.min(BLOCK, entry.size())];
                    for (long left = entry.size(); left > 0; ) {
                        cancellation.check();
                        int n = (int) Math.min(block.length, left);
                        in.readFully(block, 0, n);
                        crc.update(block, 0, n);
                        out.write(block, 0, n);
                        left -= n;
                    }
                }
            } catch (InvalidPathException | FileAlreadyExistsException e) {
                throw new Bad(Why.NAME);
            } catch (FileSystemException e) {
                // A file where another name needs a folder, or a name this system cannot hold.
                throw new Bad(Why.NAME);
            }
            at += entry.size();
            if ((int) crc.getValue() != entry.crc()) throw new Bad(Why.CHANGED);
        }

        private void directory(byte[] signature) throws IOException, Bad {
            long offset = at - signature.length;
            byte[] read = signature;
            for (ZipLayout.Entry entry : entries) {
                byte[] line = ZipLayout.central(entry);
                same(line, read, take(line.length - read.length));
                read = new byte[0];
            }
            byte[] end = ZipLayout.end(entries.size(), at - offset, offset);
            same(end, take(end.length));
            if (in.read() >= 0) throw new Bad(Why.OTHER_FORM);
        }

        private byte[] take(int count) throws IOException {
            byte[] bytes = new byte[count];
            in.readFully(bytes);
            at += count;
            return bytes;
        }

        private static int number(byte[] four) {
            return ZipLayout.buffer(4).put(four).getInt(0);
        }

        private static void same(byte[] expected, byte[]... parts) throws Bad {
            ByteBuffer all =
                    ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
            for (byte[] part : parts) all.put(part);
            if (!Arrays.equals(expected, all.array())) throw new Bad(Why.OTHER_FORM);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger("packwitness.shop")
                    .log(System.Logger.Level.WARNING, "a temporary folder stays", e);
        }
    }
}
