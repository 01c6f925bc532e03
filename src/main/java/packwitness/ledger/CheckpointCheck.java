package packwitness.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A checkpoint on its own: the note with signature, key and stamp beside it. */
final class CheckpointCheck {
    private final TrustList trust;
    private final Findings findings;
    private final Histories histories;

    CheckpointCheck(TrustList trust, Findings findings, Histories histories) {
        this.trust = trust;
        this.findings = findings;
        this.histories = histories;
    }

    /** Returns whether the file is a checkpoint at all. */
    boolean check(Path file, String source) {
        Optional<Note> note = SafeFiles.read(file, SafeFiles.LARGEST_SMALL).flatMap(Note::read);
        if (note.isEmpty()) return false;
        histories.note(source, note.get());
        Optional<byte[]> signature = beside(file, BagNames.SIGNATURE);
        Optional<byte[]> key =
                beside(file, BagNames.KEY)
                        .flatMap(
                                pem ->
                                        Pem.read(
                                                "PUBLIC KEY",
                                                new String(pem, StandardCharsets.US_ASCII)));
        if (signature.isEmpty() || key.isEmpty())
            findings.undecided("C4", source, "checkpoint.bare");
        else if (!Keys.signed(key.get(), note.get().text(), signature.get()))
            findings.failed("C4", source, "checkpoint.signature");
        else findings.undecided("C4", source, "checkpoint.keyUnknown", note.get().size());
        Optional<byte[]> response = beside(file, BagNames.RESPONSE);
        if (response.isPresent())
            new StampCheck(trust, findings)
                    .check(
                            source,
                            beside(file, BagNames.REQUEST).orElse(new byte[0]),
                            response.get(),
                            note.get().text());
        return true;
    }

    private static Optional<byte[]> beside(Path file, String name) {
        return SafeFiles.read(file.resolveSibling(name), SafeFiles.LARGEST_SMALL);
    }
}
