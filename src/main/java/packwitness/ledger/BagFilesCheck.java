package packwitness.ledger;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** C1 of a bag: manifests both ways, sums, and nothing foreign. */
final class BagFilesCheck {
    private static final String CHECK = "C1";
    private static final int MOST_FILES = 1_000_000;
    private static final Set<String> TAGS =
            Set.of(
                    BagNames.DECLARATION,
                    BagNames.INFO,
                    BagNames.MANIFEST,
                    BagNames.README,
                    BagNames.SCRIPT);

    private final SafeFiles files;
    private final String source;
    private final Findings findings;

    BagFilesCheck(SafeFiles files, String source, Findings findings) {
        this.files = files;
        this.source = source;
        this.findings = findings;
    }

    /**
     * Returns the real hashes of the files under data/ that the manifest names.
     *
     * @param only hash just this one of the files outside data/ledger/
     */
    SortedMap<String, Sha256> check(Optional<String> only) throws IOException {
        long before = findings.failures();
        tags();
        Optional<SortedMap<String, Sha256>> manifest = manifest(BagNames.MANIFEST);
        if (manifest.isEmpty()) return new TreeMap<>();
        SortedMap<String, Sha256> promised = new TreeMap<>(manifest.get());
        for (String name : manifest.get().keySet())
            if (!name.startsWith("data/")) {
                findings.failed(CHECK, name(name), "bag.path");
                promised.remove(name);
            }
        Set<String> present = present(files.root().resolve("data"));
        for (String name : present)
            if (!promised.containsKey(name)) findings.failed(CHECK, name(name), "bag.foreign");
        SortedMap<String, Sha256> wanted = new TreeMap<>(promised);
        only.ifPresent(one ->
                wanted.keySet()
                        .removeIf(name -> !name.equals(one) && !name.startsWith(BagNames.LEDGER)));
        SortedMap<String, Sha256> real = hash(wanted.keySet());
        wanted.forEach((name, hash) -> {
            Sha256 found = real.get(name);
            if (found == null) findings.failed(CHECK, name(name), "bag.missing");
            else if (!found.equals(hash)) findings.failed(CHECK, name(name), "bag.changed");
        });
        if (only.isEmpty()) oxum(real);
        if (only.isPresent() && !promised.containsKey(only.get()))
            findings.failed(CHECK, name(only.get()), "bag.foreign");
        if (findings.failures() == before)
            findings.passed(CHECK, source, "bag.whole", wanted.size());
        return real;
    }

    private void tags() throws IOException {
        Optional<byte[]> declaration = files.read(BagNames.DECLARATION, SafeFiles.LARGEST_SMALL);
        if (declaration.isEmpty()
                || !Arrays.equals(declaration.get(), RowText.utf8(BagNames.DECLARATION_TEXT)))
            findings.failed(CHECK, name(BagNames.DECLARATION), "bag.declaration");
        Optional<SortedMap<String, Sha256>> tags = manifest(BagNames.TAG_MANIFEST);
        if (tags.isEmpty()) return;
        for (String name : TAGS)
            if (!tags.get().containsKey(name)) findings.failed(CHECK, name(name), "bag.untagged");
        for (Map.Entry<String, Sha256> tag : tags.get().entrySet()) {
            Optional<Path> file = files.find(tag.getKey());
            if (file.isEmpty()) findings.failed(CHECK, name(tag.getKey()), "bag.missing");
            else if (!findings.hash(file.get()).equals(tag.getValue()))
                findings.failed(CHECK, name(tag.getKey()), "bag.changed");
        }
        try (var top = Files.list(files.root())) {
            top.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.equals("data") && !name.equals(BagNames.TAG_MANIFEST))
                    .filter(name -> !tags.get().containsKey(name))
                    .sorted()
                    .forEach(name -> findings.undecided(CHECK, name(name), "bag.beside"));
        }
        script(BagNames.SCRIPT, BagReadme.script());
        for (String name : List.of(BagNames.POWERSHELL, BagNames.COMMAND))
            script(name, BagReadme.windows(name));
    }

    /** A script that somebody exchanged would say whatever that one wants. */
    private void script(String name, String ours) {
        Optional<byte[]> there = files.read(name, SafeFiles.LARGEST_SMALL);
        if (there.isPresent() && !Arrays.equals(there.get(), RowText.utf8(ours)))
            findings.undecided(CHECK, name(name), "bag.otherScript");
    }

    private Optional<SortedMap<String, Sha256>> manifest(String name) {
        Optional<SortedMap<String, Sha256>> read =
                files.read(name, SafeFiles.LARGEST_TEXT)
                        .flatMap(bytes -> {
                            String text = new String(bytes, StandardCharsets.UTF_8);
                            return Arrays.equals(RowText.utf8(text), bytes)
                                    ? Manifest.read(text)
                                    : Optional.empty();
                        });
        if (read.isEmpty()) findings.failed(CHECK, name(name), "bag.manifest");
        return read;
    }

    private Set<String> present(Path data) throws IOException {
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(data)) return names;
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        names.add(files.root().relativize(file).toString().replace('\\', '/'));
                        return names.size() < MOST_FILES
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.TERMINATE;
                    }
                });
        return names;
    }

    /** Two files at once: one thread alone waits for the disk half of the time. */
    private SortedMap<String, Sha256> hash(Set<String> names) {
        ConcurrentSkipListMap<String, Sha256> real = new ConcurrentSkipListMap<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (String name : names)
                two.execute(() ->
                        files.find(name)
                                .ifPresent(file -> {
                                    try {
                                        real.put(name, findings.hash(file));
                                    } catch (CancellationException ended) {
                                        // Said once, by the thread that waits for all files.
                                        return;
                                    } catch (IOException e) {
                                        findings.undecided(
                                                CHECK,
                                                name(name),
                                                Report.UNREADABLE,
                                                e.getClass().getSimpleName());
                                    }
                                }));
        }
        findings.step();
        return real;
    }

    private void oxum(SortedMap<String, Sha256> real) throws IOException {
        long bytes = 0;
        for (String name : real.keySet())
            bytes += files.find(name).isPresent() ? Files.size(files.root().resolve(name)) : 0;
        String expected = "Payload-Oxum: " + bytes + "." + real.size();
        String info =
                files.read(BagNames.INFO, SafeFiles.LARGEST_SMALL)
                        .map(text -> new String(text, StandardCharsets.UTF_8))
                        .orElse("");
        if (info.lines().noneMatch(expected::equals))
            findings.failed(CHECK, name(BagNames.INFO), "bag.oxum");
    }

    private String name(String file) {
        return source + "/" + file;
    }
}
