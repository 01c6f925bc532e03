package packwitness.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import packwitness.ledger.tree.MerkleProof;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All checks of one bag; used by one thread, once. */
final class BagCheck {
    private final SafeFiles files;
    private final String source;
    private final Findings findings;
    private final Histories histories;
    private final StampCheck stampCheck;
    private final TakeCheck takeCheck;
    private final SortedMap<Long, Entry> rows = new TreeMap<>();
    private final List<SoundStamp> stamps = new ArrayList<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final Set<String> waybills = new TreeSet<>();
    private SortedMap<String, Sha256> real = new TreeMap<>();

    BagCheck(Path root, String source, TrustList trust, Findings findings, Histories histories)
            throws IOException {
        this.files = new SafeFiles(root);
        this.source = source;
        this.findings = findings;
        this.histories = histories;
        this.stampCheck = new StampCheck(trust, findings);
        this.takeCheck = new TakeCheck(findings);
    }

    static boolean isBag(Path folder) {
        return Files.isRegularFile(folder.resolve(BagNames.DECLARATION))
                || Files.isRegularFile(folder.resolve(BagNames.TAG_MANIFEST));
    }

    /**
     * Checks the bag.
     *
     * @param only check just this file of the payload, named from data/ on
     */
    Optional<Shown> check(Optional<String> only) throws IOException {
        real = new BagFilesCheck(files, source, findings).check(only);
        readRows();
        Optional<Note> main = checkpoint(BagNames.MAIN);
        if (main.isEmpty()) {
            findings.failed("C4", name(BagNames.MAIN + BagNames.NOTE), "checkpoint.unreadable");
            return Optional.empty();
        }
        otherCheckpoints(main.get());
        inclusion(main.get());
        chain();
        salts();
        roles(only);
        if (only.isEmpty()) takes();
        brackets();
        environment();
        events();
        return Optional.of(shown(main.get()));
    }

    /** Returns the real hashes of the bag's payload. */
    SortedMap<String, Sha256> hashes() {
        return real;
    }

    private void readRows() {
        for (String name : under(BagNames.ROWS)) {
            Optional<Entry> row = files.read(name, SafeFiles.LARGEST_SMALL).flatMap(RowText::read);
            String expected = row.map(e -> BagNames.ROWS + e.seq() + BagNames.ROW).orElse("");
            if (!expected.equals(name)) findings.failed("C2", name(name), "row.unreadable");
            else rows.put(row.orElseThrow().seq(), row.orElseThrow());
        }
        if (rows.isEmpty()) findings.failed("C2", name(BagNames.ROWS), "row.none");
    }

    private Optional<Note> checkpoint(String at) {
        Optional<byte[]> text = files.read(at + BagNames.NOTE, SafeFiles.LARGEST_SMALL);
        Optional<Note> note = text.flatMap(Note::read);
        if (note.isEmpty()) return note;
        notes.put(at, note.get());
        histories.note(source, note.get());
        Optional<byte[]> signature = files.read(at + BagNames.SIGNATURE, SafeFiles.LARGEST_SMALL);
        Optional<byte[]> key =
                files.read(at + BagNames.KEY, SafeFiles.LARGEST_SMALL)
                        .flatMap(pem ->
                                Pem.read("PUBLIC KEY", new String(pem, StandardCharsets.US_ASCII)));
        signature(at, note.get(), key, signature);
        stamp(at, note.get());
        return note;
    }

    private void signature(String at, Note note, Optional<byte[]> key, Optional<byte[]> signature) {
        String about = name(at + BagNames.SIGNATURE);
        if (key.isEmpty() || signature.isEmpty()) {
            findings.failed("C4", about, "checkpoint.unsigned");
        } else if (!Keys.signed(key.get(), note.text(), signature.get())) {
            findings.failed("C4", about, "checkpoint.signature");
        } else {
            boolean known =
                    rows.values().stream()
                            .filter(row ->
                                    row.kind() == EntryKind.GENESIS || row.kind() == EntryKind.KEY)
                            .filter(row -> row.seq() < note.size())
                            .anyMatch(row ->
                                    Keys.of(row)
                                            .map(one -> Arrays.equals(one, key.get()))
                                            .orElse(false));
            if (known) findings.passed("C4", about, "checkpoint.signed", note.size());
            else findings.failed("C4", about, "checkpoint.otherKey");
        }
        Entry genesis = rows.get(0L);
        if (genesis == null
                || genesis.kind() != EntryKind.GENESIS
                || !note.origin().equals(genesis.facts().get("origin")))
            findings.failed("C4", about, "checkpoint.origin");
        for (Entry row : rows.values())
            if (row.kind() == EntryKind.KEY)
                findings.undecided("C4", source, "key.changed", row.seq());
    }

    private void stamp(String at, Note note) {
        Optional<byte[]> response = files.read(at + BagNames.RESPONSE, SafeFiles.LARGEST_SMALL);
        if (response.isEmpty()) {
            if (real.containsKey(at + BagNames.RESPONSE) || real.containsKey(at + BagNames.REQUEST))
                findings.failed("C5", name(at + BagNames.RESPONSE), "stamp.unreadable");
            else if (at.equals(BagNames.MAIN)) {
                findings.undecided("C5", name(at), "stamp.none");
                findings.undecided("C6", name(at), "stamp.none");
            }
            return;
        }
        byte[] request =
                files.read(at + BagNames.REQUEST, SafeFiles.LARGEST_SMALL).orElse(new byte[0]);
        String about = name(at + BagNames.RESPONSE);
        Optional<Token> token = stampCheck.check(about, request, response.get(), note.text());
        if (token.isEmpty()) return;
        String time = token.get().genTime().getEpochSecond() + "\n";
        boolean sameTime =
                files.read(at + BagNames.TIME, SafeFiles.LARGEST_SMALL)
                        .map(bytes -> Arrays.equals(bytes, RowText.utf8(time)))
                        .orElse(false);
        if (!sameTime) findings.failed("C5", name(at + BagNames.TIME), "stamp.time");
        Optional<Entry> told =
                rows.values().stream()
                        .filter(one -> one.kind() == EntryKind.STAMP)
                        .filter(one -> Take.number(one, "size") == note.size())
                        .findFirst();
        Optional<Entry> row =
                told.filter(
                        one -> stampCheck.fits(one, token.get(), note, request, response.get()));
        if (told.isPresent() && row.isEmpty())
            findings.failed("C5", about, "stamp.row", told.get().seq());
        row.ifPresent(one -> stampCheck.clock(about, one, token.get().genTime()));
        stamps.add(
                new SoundStamp(
                        note.size(),
                        token.get().genTime(),
                        token.get().kind(),
                        row.map(Entry::seq)));
    }

    private void otherCheckpoints(Note main) {
        Set<String> folders = new TreeSet<>();
        for (String name : under(BagNames.OTHERS)) {
            int slash = name.indexOf('/', BagNames.OTHERS.length());
            if (slash > 0) folders.add(name.substring(0, slash + 1));
        }
        for (String folder : folders) {
            Optional<Note> other = checkpoint(folder);
            if (other.isEmpty()) {
                findings.failed("C4", name(folder + BagNames.NOTE), "checkpoint.unreadable");
                continue;
            }
            long size = other.get().size();
            hashes(BagNames.consistency(size, main.size()))
                    .ifPresent(proof ->
                            histories.proof(
                                    Math.min(size, main.size()),
                                    Math.max(size, main.size()),
                                    proof));
        }
    }

    private void inclusion(Note main) {
        long before = findings.failures();
        for (Entry row : rows.values()) {
            String proof = BagNames.PROOFS + row.seq() + BagNames.TEXT;
            boolean included =
                    hashes(proof)
                            .map(path ->
                                    MerkleProof.includes(
                                            row.leaf().bytes(),
                                            row.seq(),
                                            main.size(),
                                            path,
                                            main.root().bytes()))
                            .orElse(false);
            if (!included)
                findings.failed(
                        "C2", name(BagNames.ROWS + row.seq() + BagNames.ROW), "row.outside");
            histories.leaf(findings, source, main.origin(), row.seq(), row.leaf());
        }
        if (findings.failures() == before && !rows.isEmpty())
            findings.passed("C2", source, "row.inside", rows.size(), main.size());
    }

    private void chain() {
        long before = findings.failures();
        int links = 0;
        Optional<Entry> previous = Optional.empty();
        for (Entry row : rows.values()) {
            if (previous.isPresent() && previous.get().seq() + 1 == row.seq()) {
                links++;
                if (!previous.get().leaf().equals(row.prev()))
                    findings.failed(
                            "C3", name(BagNames.ROWS + row.seq() + BagNames.ROW), "row.unlinked");
            }
            if (row.seq() == 0 && !row.prev().equals(Sha256.ZERO))
                findings.failed("C3", name(BagNames.ROWS + "0.row"), "row.unlinked");
            previous = Optional.of(row);
        }
        if (findings.failures() == before && links > 0)
            findings.passed("C3", source, "row.linked", links);
    }

    /** Disclosed values must be what the rows hold, and the list must say the same as the files. */
    private void salts() {
        long before = findings.failures();
        Map<String, String> listed = listedSalts();
        int count = 0;
        for (String name : under(BagNames.SALTS)) {
            String at = name.substring(BagNames.SALTS.length());
            int dot = at.indexOf('.');
            Optional<byte[]> bytes = files.read(name, SafeFiles.LARGEST_SMALL);
            count++;
            Optional<Entry> row =
                    dot > 0 && at.substring(0, dot).matches("[0-9]{1,18}")
                            ? Optional.ofNullable(rows.get(Long.parseLong(at.substring(0, dot))))
                            : Optional.empty();
            String fact = at.substring(dot + 1);
            boolean fits =
                    bytes.isPresent()
                            && row.isPresent()
                            && Sha256.of(bytes.get())
                                    .hex()
                                    .equals(row.get().facts().get(fact + Salted.SUFFIX));
            if (!fits) findings.failed("C1", name(name), "salt.other");
            else if (!new String(bytes.get(), StandardCharsets.UTF_8).equals(listed.remove(at)))
                findings.failed("C1", name(BagNames.SALTS_JSON), "salt.list", at);
            if (fits && fact.equals("waybill")) waybills.add(lastLine(bytes.get()));
        }
        for (String left : listed.keySet())
            findings.failed("C1", name(BagNames.SALTS_JSON), "salt.list", left);
        if (findings.failures() == before && count > 0)
            findings.passed("C1", source, "salt.fits", count);
    }

    private Map<String, String> listedSalts() {
        Map<String, String> listed = new TreeMap<>();
        Optional<byte[]> json = files.read(BagNames.SALTS_JSON, SafeFiles.LARGEST_TEXT);
        if (json.isEmpty()) return listed;
        try {
            JsonNode salts = new ObjectMapper().readTree(json.get()).path("salts");
            for (JsonNode one : salts) {
                Salted salted =
                        new Salted(
                                one.path("seq").asLong(),
                                one.path("name").asText(),
                                one.path("salt").asText(),
                                one.path("value").asText());
                listed.put(
                        salted.seq() + "." + salted.name(),
                        new String(salted.preimage(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            findings.failed("C1", name(BagNames.SALTS_JSON), "salt.unreadable");
        }
        return listed;
    }

    private static String lastLine(byte[] preimage) {
        String text = new String(preimage, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", 4);
        return lines.length == 4 ? lines[3] : "";
    }

    /** Originals and received files must be in the ledger; each sealed original should be here. */
    private void roles(Optional<String> only) {
        Set<String> said = new HashSet<>();
        for (Entry row : rows.values()) said.addAll(row.facts().values());
        String text =
                files.read(BagNames.ROLES, SafeFiles.LARGEST_TEXT)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
        Set<String> named = new HashSet<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ", 3);
            if (parts.length != 3) {
                findings.failed("C1", name(BagNames.ROLES), "roles.unreadable");
                continue;
            }
            named.add(parts[2]);
            if (only.isPresent() && !only.get().equals(parts[2])) continue;
            Sha256 found = real.get(parts[2]);
            if (found == null || !found.hex().equals(parts[1]))
                findings.failed("C1", name(parts[2]), "roles.other");
            else if (parts[0].equals("ORIGINAL") || parts[0].equals("RECEIVED")) {
                if (said.contains(found.hex()))
                    findings.passed("C1", name(parts[2]), "roles.inLedger");
                else findings.failed("C1", name(parts[2]), "roles.notInLedger");
            }
        }
        for (String name : real.keySet())
            if (!name.startsWith(BagNames.LEDGER) && !named.contains(name))
                findings.failed("C1", name(name), "roles.unnamed");
    }

    private void takes() {
        Map<String, Take> takes = new TreeMap<>();
        for (Entry row : rows.values()) {
            String id = row.facts().get("take");
            if (id != null && isRecording(row.kind()))
                takes.computeIfAbsent(id, Take::new).see(row);
        }
        Map<String, String> byHash = new HashMap<>();
        real.forEach((name, hash) -> byHash.putIfAbsent(hash.hex(), name));
        SortedMap<String, String> links = SegmentLinks.texts(rows.values());
        for (Take take : takes.values()) {
            String about = source + " take " + take.id;
            takeCheck.complete(about, take);
            if (take.end().isEmpty()) findings.failed("C3", about, "take.noEnd");
            takeCheck.sums(about, take);
            Optional<Path> file =
                    take.fileHash()
                            .flatMap(hash -> Optional.ofNullable(byHash.get(hash.hex())))
                            .flatMap(files::find);
            if (file.isPresent()) takeCheck.bytes(about, take, file.get());
            else findings.undecided("C9", about, "take.notInBag");
        }
        for (String name : under(BagNames.LINKS)) {
            String take = name.substring(BagNames.LINKS.length()).replace(BagNames.TEXT, "");
            boolean same =
                    files.read(name, SafeFiles.LARGEST_TEXT)
                            .map(bytes ->
                                    new String(bytes, StandardCharsets.UTF_8)
                                            .equals(links.get(take)))
                            .orElse(false);
            if (!same) findings.failed("C9", name(name), "take.links");
        }
    }

    static boolean isRecording(EntryKind kind) {
        return switch (kind) {
            case START, SEGMENT, STOP, INTERRUPTED -> true;
            default -> false;
        };
    }

    private void brackets() {
        BracketCheck brackets = new BracketCheck(findings, source, stamps);
        rows.values().forEach(brackets::see);
        brackets.finish();
    }

    private void environment() {
        for (Entry row : rows.values())
            if (row.kind() == EntryKind.ARM) EnvironmentCheck.check(findings, source, row);
        boolean started = rows.values().stream().anyMatch(row -> row.kind() == EntryKind.START);
        boolean armed = rows.values().stream().anyMatch(row -> row.kind() == EntryKind.ARM);
        if (started && !armed) findings.undecided("C13", source, "arm.none");
    }

    /** What the order of rows alone says about recording and claim. */
    private void events() {
        Optional<Entry> stop =
                rows.values().stream().filter(row -> row.kind() == EntryKind.STOP).findFirst();
        Optional<Entry> claim =
                rows.values().stream().filter(row -> row.kind() == EntryKind.CLAIM).findFirst();
        if (stop.isEmpty() || claim.isEmpty()) return;
        boolean before = stop.get().seq() < claim.get().seq();
        findings.undecided(
                "C12",
                source,
                before ? "events.recordedFirst" : "events.claimedFirst",
                stop.get().seq(),
                claim.get().seq());
    }

    private Shown shown(Note main) {
        Set<String> shipments = new TreeSet<>();
        Set<String> claims = new TreeSet<>();
        for (Entry row : rows.values()) {
            String shipment = row.facts().get("shipment");
            if (shipment != null) shipments.add(shipment);
            String claim = row.facts().get("claim");
            if (claim != null) claims.add(claim);
        }
        return new Shown(
                source, main.origin(), main.size(), rows.keySet(), shipments, claims, waybills);
    }

    private Optional<List<byte[]>> hashes(String name) {
        Optional<byte[]> bytes = files.read(name, SafeFiles.LARGEST_SMALL);
        if (bytes.isEmpty()) return Optional.empty();
        String text = new String(bytes.get(), StandardCharsets.US_ASCII);
        List<byte[]> list = new ArrayList<>();
        if (text.isEmpty()) return Optional.of(list);
        if (!text.endsWith("\n")) return Optional.empty();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            if (!line.matches("[0-9a-f]{64}")) return Optional.empty();
            list.add(new Sha256(line).bytes());
        }
        return Optional.of(list);
    }

    private List<String> under(String folder) {
        return real.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    private String name(String file) {
        return source + "/" + file;
    }
}
