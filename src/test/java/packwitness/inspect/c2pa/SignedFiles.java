package packwitness.inspect.c2pa;

import static packwitness.inspect.Carriers.box;
import static packwitness.inspect.Carriers.app;
import static packwitness.inspect.Carriers.chunk;
import static packwitness.inspect.Carriers.gifWith;
import static packwitness.inspect.Carriers.join;
import static packwitness.inspect.Carriers.jpeg;
import static packwitness.inspect.Carriers.mp4;
import static packwitness.inspect.Carriers.number;
import static packwitness.inspect.Carriers.png;
import static packwitness.inspect.Carriers.riff;
import static packwitness.inspect.Carriers.tiffWith;
import static packwitness.inspect.Carriers.uuid;
import static packwitness.inspect.Carriers.webp;

import packwitness.inspect.container.BmffBox;
import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Extent;
import packwitness.inspect.container.FileWalker;
import packwitness.inspect.container.PictureFile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts signed manifests into small files, bound to them in each of the three ways. */
public final class SignedFiles {
    private static final String C2PA_UUID = "D8FEC3D61B0E483C92975828877EC481";

    private SignedFiles() {}

    /** Places a store into a file. */
    public interface Carrier {
        byte[] place(byte[] store) throws Exception;
    }

    public static Carrier inPng() {
        return store -> png(chunk("caBX", store));
    }

    /** The store is spread over several segments. */
    public static Carrier inJpeg() {
        return store -> {
            List<byte[]> segments = new ArrayList<>();
            int size = 700;
            for (int at = 8, n = 1; at < store.length; at += size, n++)
                segments.add(
                        app(
                                0xEB,
                                join(
                                        new byte[] {'J', 'P', 0, 1},
                                        number(4, n),
                                        Arrays.copyOf(store, 8),
                                        Arrays.copyOfRange(
                                                store, at, Math.min(store.length, at + size)))));
            return jpeg(segments.toArray(byte[][]::new));
        };
    }

    public static Carrier inWebp() {
        return store -> webp(riff("C2PA", store), riff("ZZZZ", new byte[16]));
    }

    public static Carrier inGif() {
        return store -> {
            byte[] blocks = new byte[0];
            for (int at = 0; at < store.length; at += 255) {
                byte[] part = Arrays.copyOfRange(store, at, Math.min(store.length, at + 255));
                blocks = join(blocks, number(1, part.length), part);
            }
            byte[] head = "C2PA_GIF\1\0\0".getBytes(StandardCharsets.US_ASCII);
            return gifWith(join(new byte[] {0x21, (byte) 0xFF, 11}, head, blocks, new byte[1]));
        };
    }

    public static Carrier inTiff() {
        return store -> join(tiffWith(0xCD41, 7, store), new byte[16]);
    }

    public static Carrier inMp4() {
        return store ->
                mp4(
                        false,
                        new byte[0],
                        uuid(
                                C2PA_UUID,
                                join(
                                        number(4, 0),
                                        "manifest\0".getBytes(StandardCharsets.US_ASCII),
                                        number(8, 0),
                                        store)));
    }

    /** Binds the last manifest by a data hash, leaving out so many bytes behind the store. */
    public static byte[] dataHashed(Carrier carrier, int tooMany, TestManifest... manifests)
            throws Exception {
        TestManifest active = manifests[manifests.length - 1];
        return bound(carrier, tooMany, active, () -> {}, manifests);
    }

    /** Work to be done again after the binding has changed. */
    public interface Refresh {
        void run() throws Exception;
    }

    /** Binds this manifest of the store by a data hash. */
    public static byte[] bound(
            Carrier carrier,
            int tooMany,
            TestManifest bound,
            Refresh refresh,
            TestManifest... manifests)
            throws Exception {
        bound.with("c2pa.hash.data", dataHash(0, 1, new byte[32]));
        refresh.run();
        long[] range = {0, 1};
        // Signatures of time-stamps vary in length, so more rounds than two may be needed.
        for (int round = 0; round < 60; round++) {
            byte[] file = carrier.place(TestManifest.store(manifests));
            List<Extent> extents = FileWalker.walk(file).manifestExtents();
            long start = extents.getFirst().offset();
            long length = extents.getLast().end() - start + tooMany;
            byte[] hash = hashWithout(file, start, length);
            boolean settled = range[0] == start && range[1] == length;
            if (settled && Arrays.equals(hash, bound.hash())) return file;
            range = new long[] {start, length};
            bound.with("c2pa.hash.data", dataHash(start, length, hash));
            refresh.run();
        }
        throw new IllegalStateException("does not settle");
    }

    private static byte[] hashWithout(byte[] file, long start, long length) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(file, 0, (int) start);
        digest.update(file, (int) (start + length), (int) (file.length - start - length));
        return digest.digest();
    }

    private static Map<String, Object> dataHash(long start, long length, byte[] hash) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("exclusions", List.of(Map.of("start", start, "length", length)));
        content.put("alg", "sha256");
        content.put("hash", hash);
        content.put("pad", new byte[0]);
        return content;
    }

    /** Binds by a hash for each run of boxes. */
    public static byte[] boxHashed(TestManifest manifest) throws Exception {
        manifest.with("c2pa.hash.boxes", Map.of());
        Carrier carrier = inJpeg();
        PictureFile walked = FileWalker.walk(carrier.place(TestManifest.store(manifest)));
        List<Object> boxes = new ArrayList<>();
        boolean storeDone = false;
        for (Extent section : walked.sections()) {
            boolean store = section.name().equals("C2PA");
            if (store && storeDone) continue;
            storeDone |= store;
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(walked.file().part(section.offset(), section.length()).copy());
            boxes.add(
                    Map.of(
                            "names",
                            List.of(section.name()),
                            "hash",
                            store ? new byte[0] : hash,
                            "pad",
                            new byte[0]));
        }
        manifest.with("c2pa.hash.boxes", Map.of("alg", "sha256", "boxes", boxes));
        return carrier.place(TestManifest.store(manifest));
    }

    /** Binds a film by version 2 of the hash over its boxes. */
    public static byte[] bmffHashed(TestManifest manifest) throws Exception {
        byte[] user = HexFormat.of().parseHex(C2PA_UUID);
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("xpath", "/uuid");
        store.put("data", List.of(Map.of("offset", 8, "value", user)));
        List<Object> left = List.of(Map.of("xpath", "/ftyp"), store);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("exclusions", left);
        content.put("alg", "sha256");
        content.put("hash", new byte[32]);
        for (int round = 0; round < 2; round++) {
            manifest.with("c2pa.hash.bmff.v2", new LinkedHashMap<>(content));
            byte[] file = inMp4().place(TestManifest.store(manifest));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (BmffBox top : BmffBox.of(Bytes.of(file))) {
                if (top.type().equals("ftyp") || top.type().equals("uuid")) continue;
                digest.update(ByteBuffer.allocate(8).putLong(top.offset()).array());
                digest.update(file, (int) top.offset(), (int) top.length());
            }
            content.put("hash", digest.digest());
        }
        manifest.with("c2pa.hash.bmff.v2", content);
        return inMp4().place(TestManifest.store(manifest));
    }

    /**
     * Binds a film with two boxes of media data by trees over their blocks.
     *
     * @param rows how many rows above the blocks the stated row stands
     */
    public static byte[] merkleHashed(TestManifest manifest, int rows) throws Exception {
        Carrier carrier = store -> join(inMp4().place(store), box("mdat", new byte[5000]));
        Map<String, Object> store = new LinkedHashMap<>();
        store.put("xpath", "/uuid");
        byte[] user = HexFormat.of().parseHex(C2PA_UUID);
        store.put("data", List.of(Map.of("offset", 8, "value", user)));
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("xpath", "/mdat");
        media.put("subset", List.of(Map.of("offset", 16, "length", 0)));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("exclusions", List.of(Map.of("xpath", "/ftyp"), store, media));
        content.put("alg", "sha256");
        content.put("hash", new byte[32]);
        for (int round = 0; round < 3; round++) {
            manifest.with("c2pa.hash.bmff.v3", new LinkedHashMap<>(content));
            byte[] file = carrier.place(TestManifest.store(manifest));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Object> maps = new ArrayList<>();
            for (BmffBox top : BmffBox.of(Bytes.of(file))) {
                if (top.type().equals("ftyp") || top.type().equals("uuid")) continue;
                boolean data = top.type().equals("mdat");
                digest.update(ByteBuffer.allocate(8).putLong(top.offset()).array());
                digest.update(file, (int) top.offset(), data ? 16 : (int) top.length());
                if (data)
                    maps.add(
                            tree(
                                    maps.size(),
                                    Arrays.copyOfRange(
                                            file,
                                            (int) top.offset() + 16,
                                            (int) (top.offset() + top.length())),
                                    rows));
            }
            content.put("hash", digest.digest());
            content.put("merkle", maps);
        }
        return carrier.place(TestManifest.store(manifest));
    }

    private static Map<String, Object> tree(int number, byte[] data, int rows) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<byte[]> row = new ArrayList<>();
        for (int at = 0; at < data.length; at += 700)
            row.add(digest.digest(Arrays.copyOfRange(data, at, Math.min(data.length, at + 700))));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("uniqueId", 1);
        map.put("localId", number);
        map.put("count", row.size());
        map.put("fixedBlockSize", 700);
        for (int up = 0; up < rows && row.size() > 1; up++) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2)
                above.add(
                        i + 1 < row.size()
                                ? digest.digest(join(row.get(i), row.get(i + 1)))
                                : row.get(i));
            row = above;
        }
        map.put("hashes", row);
        return map;
    }
}
