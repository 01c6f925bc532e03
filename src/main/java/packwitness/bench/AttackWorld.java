package packwitness.bench;

import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A vault that was made honestly, copied for each attack; one thread. */
final class AttackWorld {
    private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");
    private static final int PARCELS = 3;

    private final Path folder;
    private final ZoneId zone;
    private final List<SmallShop.Parcel> parcels = new ArrayList<>();
    private Instant now = BEGIN;
    private int copies;

    AttackWorld(Path folder, ZoneId zone) throws Failure {
        this.folder = folder;
        this.zone = zone;
        SetClock clock = new SetClock(BEGIN, zone);
        try (SmallShop shop = new SmallShop(folder.resolve("honest"), tsa(), clock)) {
            shop.arm();
            shop.stamp();
            for (int i = 0; i < PARCELS; i++) {
                SmallShop.Parcel parcel = shop.pack(2);
                parcels.add(parcel);
                clock.pass(Duration.ofMinutes(5));
                if (i == 1) shop.receive(parcel, new ClaimId(7));
                shop.stamp();
            }
            now = clock.instant();
        }
    }

    /** Returns a copy of the honest shop, with its clock where the honest days ended. */
    SmallShop shop() throws Failure {
        return open(copy("honest", "copy-" + ++copies));
    }

    SmallShop open(Path root) throws Failure {
        return new SmallShop(root, tsa(), new SetClock(now, zone));
    }

    Path copy(String from, String to) throws Failure {
        Path target = folder.resolve(to);
        copyTree(folder.resolve(from), target);
        return target;
    }

    Path tsa() {
        return folder.resolve("tsa");
    }

    Path fresh(String name) {
        return folder.resolve(name + "-" + ++copies);
    }

    /** Returns an honest parcel as it lies in this copy. */
    SmallShop.Parcel parcel(SmallShop shop, int index) {
        SmallShop.Parcel honest = parcels.get(index);
        return new SmallShop.Parcel(
                honest.shipment(),
                honest.take(),
                honest.waybill(),
                shop.root.resolve(folder.resolve("honest").relativize(honest.video())));
    }

    /** Writes a file of a bag and mends both manifests and the list of roles. */
    static void replace(Path bag, String name, byte[] bytes) throws Failure {
        write(bag.resolve(name), bytes);
        mend(bag, "manifest-sha256.txt", name, Optional.of(Sha256.of(bytes)));
        mendTop(bag);
    }

    static void remove(Path bag, String name) throws Failure {
        try {
            Files.delete(bag.resolve(name));
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, name);
        }
        mend(bag, "manifest-sha256.txt", name, Optional.empty());
        mendTop(bag);
    }

    /** Mends the sums of bag-info.txt and the manifest of the tag files. */
    private static void mendTop(Path bag) throws Failure {
        try (Stream<Path> data = Files.walk(bag.resolve("data"))) {
            List<Path> files = data.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) bytes += Files.size(file);
            String info = text(bag.resolve("bag-info.txt"));
            String oxum = "Payload-Oxum: " + bytes + "." + files.size();
            write(
                    bag.resolve("bag-info.txt"),
                    info.replaceAll("Payload-Oxum: .*", oxum).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, bag);
        }
        for (String tag : List.of("manifest-sha256.txt", "bag-info.txt"))
            mend(
                    bag,
                    "tagmanifest-sha256.txt",
                    tag,
                    Optional.of(Sha256.of(bytes(bag.resolve(tag)))));
    }

    private static void mend(Path bag, String manifest, String name, Optional<Sha256> hash)
            throws Failure {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : text(bag.resolve(manifest)).lines().toList())
            lines.put(line.substring(66), line.substring(0, 64));
        if (hash.isPresent()) lines.put(name, hash.get().hex());
        else lines.remove(name);
        StringBuilder text = new StringBuilder();
        lines.forEach((file, sum) -> text.append(sum).append("  ").append(file).append('\n'));
        write(bag.resolve(manifest), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String text(Path file) throws Failure {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) throws Failure {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, file);
        }
    }

    static void write(Path file, byte[] bytes) throws Failure {
        try {
            Path parent = file.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, file);
        }
    }

    static void copyTree(Path from, Path to) throws Failure {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path one : walk.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(target);
                else Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, from);
        }
    }

    static Path temporary(String name) throws Failure {
        try {
            return Files.createTempDirectory("packwitness-" + name);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, name);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(one);
        } catch (IOException e) {
            System.getLogger("packwitness.bench")
                    .log(System.Logger.Level.INFO, "left over: " + folder, e);
        }
    }
}
