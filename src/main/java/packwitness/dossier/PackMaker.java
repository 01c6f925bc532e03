package packwitness.dossier;

import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.print.DossierWriter;
import packwitness.dossier.print.PackContent;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes what one channel of a platform takes in of a case, and the export into the ledger. */
final class PackMaker {
    /** As short as any channel asks its names to be. */
    private static final String DOCUMENT = "doc.pdf";

    private final Vault vault;
    private final Ledger ledger;

    PackMaker(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
    }

    /** Refuses a folder that holds anything. */
    static void requireEmpty(Path folder) throws Failure {
        if (Files.exists(folder) && !isEmpty(folder))
            throw new Failure(StorageProblem.FILE_EXISTS, folder);
    }

    ImagePack pack(
            RefundClaim claim, Dossier dossier, PlatformRule rule, Path folder, Making making)
            throws Failure {
        PackContent content = new PackContent(dossier);
        making.to(Making.Step.PACK);
        try {
            ImagePack pack = ImagePack.write(rule, content.pictures(), content.sentences(), folder);
            if (rule.documentBytes().isPresent()) {
                Path pdf = folder.resolve(DOCUMENT);
                if (DossierWriter.writeWithin(dossier, pdf, rule.documentBytes().get()))
                    pack = pack.with(pdf);
            }
            making.to(Making.Step.CHECK);
            note(claim, rule, pack);
            return pack;
        } catch (Failure | RuntimeException e) {
            WorkFolder.delete(folder);
            throw e;
        }
    }

    private void note(RefundClaim claim, PlatformRule rule, ImagePack pack) throws Failure {
        Facts facts =
                Facts.of()
                        .shipment(claim.shipment())
                        .claim(claim.id())
                        .with("what", "pack")
                        .with("rule", rule.id())
                        .with("rule_checked_on", rule.checkedOn());
        for (Path file : pack.files()) {
            try {
                facts.with("sha256_" + name(file), EvidenceFolder.hash(file));
            } catch (IOException e) {
                throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
            }
        }
        vault.database().write(tx -> ledger.append(tx, EntryKind.EXPORT, facts));
    }

    /** Returns the file's name without its ending. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("[.].*", "");
    }

    private static boolean isEmpty(Path folder) throws Failure {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
    }
}
