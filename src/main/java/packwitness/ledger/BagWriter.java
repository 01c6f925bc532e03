package packwitness.ledger;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes bags (RFC 8493) that a stranger checks with coreutils and openssl. */
public final class BagWriter {
    private final BagRequest request;
    private final BagPlan plan;
    private final BagFolder folder;

    private BagWriter(BagRequest request, BagPlan plan, BagFolder folder) {
        this.request = request;
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * Writes the bag under a temporary name and moves it to its place when it is whole. The
     * ledger's newest stamped checkpoint is used where it covers all rows; otherwise one is signed.
     */
    public static Bag write(BagRequest request) throws Failure {
        return write(request, true);
    }

    /** Writes the same bag to be looked at and thrown away: nothing waits for the disk. */
    public static Bag rehearse(BagRequest request) throws Failure {
        return write(request, false);
    }

    private static Bag write(BagRequest request, boolean kept) throws Failure {
        Path target = request.target().toAbsolutePath().normalize();
        if (Files.exists(target)) throw new Failure(LedgerProblem.BAG_EXISTS, target);
        for (PayloadFile file : request.files())
            if (!Files.isReadable(file.source()))
                throw new Failure(LedgerProblem.BAG_FILE_UNREADABLE, file.source());
        BagPlan plan = BagPlan.of(request);
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            BagFolder.deleteTree(temporary);
            Files.createDirectories(temporary);
            BagFolder folder = new BagFolder(temporary, kept);
            Sha256 manifest = new BagWriter(request, plan, folder).write();
            EvidenceFolder.settle(temporary, target);
            return new Bag(target, manifest, folder.files(), folder.bytes(), plan.rows().size());
        } catch (FileAlreadyExistsException e) {
            throw new Failure(LedgerProblem.BAG_EXISTS, e, target);
        } catch (IOException e) {
            throw new Failure(LedgerProblem.BAG_NOT_WRITTEN, e, target);
        } finally {
            try {
                BagFolder.deleteTree(temporary);
            } catch (IOException leftBehind) {
                // A left-over temporary folder is no bag; the first trouble is reported.
            }
        }
    }

    private Sha256 write() throws IOException, Failure {
        folder.tag(BagNames.DECLARATION, BagNames.DECLARATION_TEXT);
        files();
        rows();
        salts();
        checkpoint(BagNames.MAIN, plan.main());
        for (Checkpoint other : plan.others().values()) {
            checkpoint(BagNames.OTHERS + other.size() + "/", other);
            long size = plan.main().size();
            folder.payload(
                    BagNames.consistency(other.size(), size),
                    lines(
                            request.ledger()
                                    .leaves()
                                    .consistency(
                                            Math.min(other.size(), size),
                                            Math.max(other.size(), size))));
        }
        folder.tag(BagNames.README, BagReadme.text(request, plan));
        folder.tag(BagNames.SCRIPT, BagReadme.script());
        folder.tag(BagNames.POWERSHELL, BagReadme.windows(BagNames.POWERSHELL));
        folder.tag(BagNames.COMMAND, BagReadme.windows(BagNames.COMMAND));
        folder.tag(BagNames.INFO, info());
        return folder.seal();
    }

    private void files() throws IOException {
        StringBuilder roles = new StringBuilder();
        List<PayloadFile> sorted = new ArrayList<>(request.files());
        sorted.sort((one, other) -> one.name().compareTo(other.name()));
        for (PayloadFile file : sorted) {
            String name = "data/" + file.name();
            Sha256 hash = folder.payload(name, file.source());
            roles.append(file.role())
                    .append(' ')
                    .append(hash)
                    .append(' ')
                    .append(name)
                    .append('\n');
        }
        folder.payload(BagNames.ROLES, RowText.utf8(roles.toString()));
        StringBuilder frames = new StringBuilder();
        for (PayloadFile file : sorted)
            file.cut().ifPresent(cut -> frames.append(cut.line("data/" + file.name())));
        if (!frames.isEmpty()) folder.payload(BagNames.FRAMES, RowText.utf8(frames.toString()));
    }

    private void rows() throws IOException, Failure {
        for (Entry row : plan.rows().values()) {
            folder.payload(BagNames.ROWS + row.seq() + BagNames.ROW, row.body());
            folder.payload(
                    BagNames.PROOFS + row.seq() + BagNames.TEXT,
                    lines(request.ledger().leaves().inclusion(row.seq(), plan.main().size())));
        }
        for (Map.Entry<String, String> links : SegmentLinks.texts(plan.rows().values()).entrySet())
            folder.payload(
                    BagNames.LINKS + links.getKey() + BagNames.TEXT,
                    RowText.utf8(links.getValue()));
    }

    private void salts() throws IOException {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Salted salted : plan.salts()) {
            folder.payload(BagNames.SALTS + salted.seq() + "." + salted.name(), salted.preimage());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("seq", salted.seq());
            one.put("name", salted.name());
            one.put("salt", salted.salt());
            one.put("value", salted.value());
            list.add(one);
        }
        folder.payload(BagNames.SALTS_JSON, json(Map.of("salts", list)));
    }

    private void checkpoint(String at, Checkpoint checkpoint) throws IOException {
        folder.payload(at + BagNames.NOTE, checkpoint.note());
        folder.payload(at + BagNames.SIGNATURE, checkpoint.signature());
        for (Entry row : plan.keys())
            if (checkpoint.key().hex().equals(row.facts().get("key"))) {
                byte[] spki = Keys.of(row).orElse(new byte[0]);
                folder.payload(at + BagNames.KEY, RowText.utf8(Pem.write("PUBLIC KEY", spki)));
                break;
            }
        Stamp stamp = plan.stamps().get(checkpoint.size());
        if (stamp == null) return;
        folder.payload(at + BagNames.REQUEST, stamp.request());
        folder.payload(at + BagNames.RESPONSE, stamp.response());
        try {
            Token token =
                    new TokenReader(TrustList.shipped())
                            .read(stamp.request(), stamp.response(), checkpoint.note());
            folder.payload(at + BagNames.CHAIN, RowText.utf8(Pem.certificates(token.chain())));
            folder.payload(
                    at + BagNames.TIME, RowText.utf8(token.genTime().getEpochSecond() + "\n"));
        } catch (TokenReader.Refused damaged) {
            // The damaged stamp goes into the bag as it is; whoever checks will find it.
            System.getLogger("packwitness.ledger")
                    .log(System.Logger.Level.WARNING, "a kept stamp is damaged", damaged);
        }
    }

    private String info() {
        return "Bag-Software-Agent: PackWitness\n"
                + "Bagging-Date: "
                + request.madeAt().atZone(ZoneOffset.ofHours(8)).toLocalDate()
                + "\n"
                + "External-Description: "
                + request.title().replaceAll("\\p{Cntrl}", " ").strip()
                + "\n"
                + "PackWitness-Origin: "
                + plan.main().origin()
                + "\n"
                + "PackWitness-Rows: "
                + plan.rows().size()
                + "\n"
                + "Payload-Oxum: "
                + folder.bytes()
                + "."
                + folder.files()
                + "\n";
    }

    private static byte[] lines(List<Sha256> hashes) {
        StringBuilder text = new StringBuilder();
        for (Sha256 hash : hashes) text.append(hash.hex()).append('\n');
        return RowText.utf8(text.toString());
    }

    private static byte[] json(Object value) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        ObjectWriter writer =
                new ObjectMapper()
                        .writer(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(indent)
                                        .withArrayIndenter(indent));
        return RowText.utf8(writer.writeValueAsString(value) + "\n");
    }
}
