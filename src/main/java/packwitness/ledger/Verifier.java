package packwitness.ledger;

import packwitness.storage.Vault;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Checks bags, vaults, checkpoints, single files and PDFs, alone or against each other; reads only,
 * and trusts no path, size or count it reads. Key frames that it found in their video once it knows
 * again by the hashes of both. Safe for any thread.
 */
public final class Verifier {
    private final TrustList trusted;
    private final DocumentCheck documents;
    private final KnownCuts known = new KnownCuts();

    public Verifier() {
        this(TrustList.shipped(), (pdf, bags) -> List.of());
    }

    public Verifier(TrustList trusted, DocumentCheck documents) {
        this.trusted = trusted;
        this.documents = documents;
    }

    /**
     * Checks all of them together; damage is a finding, never an exception.
     *
     * @param paths folders of bags, vaults or checkpoints; checkpoint notes; PDFs; any other files,
     *     which are looked up in the bag or vault they lie in and in those given
     */
    public Report verify(List<Path> paths) {
        return verify(paths, () -> {});
    }

    /**
     * The same, for somebody who may lose patience.
     *
     * @param step called before each file and each portion of rows; an exception of its ends the
     *     checks and comes out of here
     */
    public Report verify(List<Path> paths, Runnable step) {
        return new Run(step).verify(paths);
    }

    /** One verification, from its first path to its report. */
    private final class Run {
        private final Findings findings;
        private final Histories histories = new Histories();

        /** With the one file that was asked for, if it was not the whole. */
        private final Map<Path, Optional<String>> bags = new LinkedHashMap<>();

        private final Map<Path, Optional<String>> vaults = new LinkedHashMap<>();
        private final List<Path> notes = new ArrayList<>();
        private final List<Path> pdfs = new ArrayList<>();
        private final List<Path> loose = new ArrayList<>();
        private final List<SortedMap<String, Sha256>> bagHashes = new ArrayList<>();
        private final List<Path> keyFrames = new ArrayList<>();
        private final List<VaultCheck> vaultChecks = new ArrayList<>();

        Run(Runnable step) {
            findings = new Findings(step);
        }

        Report verify(List<Path> paths) {
            for (Path path : paths) sort(path);
            List<Shown> shown = new ArrayList<>();
            bags.forEach((bag, only) -> bag(bag, only).ifPresent(shown::add));
            vaults.forEach((vault, only) -> vault(vault, only, shown));
            CheckpointCheck checkpoints = new CheckpointCheck(trusted, findings, histories);
            for (Path note : notes)
                if (!checkpoints.check(note, note.toString()))
                    findings.failed("C4", note.toString(), "checkpoint.unreadable");
            for (Path file : loose) loose(file);
            for (Path pdf : pdfs) pdf(pdf);
            histories.compare(findings);
            return findings.report(paths.stream().map(Path::toString).toList());
        }

        private void sort(Path path) {
            if (Files.isDirectory(path)) {
                if (BagCheck.isBag(path)) bags.put(path, Optional.empty());
                else if (Vault.isVault(path)) vaults.put(path, Optional.empty());
                else if (Files.isRegularFile(path.resolve(BagNames.NOTE)))
                    notes.add(path.resolve(BagNames.NOTE));
                else findings.undecided("C1", path.toString(), "unreadable.folder");
                return;
            }
            if (!Files.isRegularFile(path)) {
                findings.undecided("C1", path.toString(), "unreadable.missing");
                return;
            }
            if (PdfSignatures.isPdf(path)) pdfs.add(path);
            Optional<Path> bag = around(path, BagCheck::isBag);
            Optional<Path> vault = around(path, Vault::isVault);
            if (bag.isPresent()) part(bags, bag.get(), path);
            else if (isNote(path)) notes.add(path);
            else if (vault.isPresent()) part(vaults, vault.get(), path);
            else loose.add(path);
        }

        private void part(Map<Path, Optional<String>> wholes, Path whole, Path file) {
            String name =
                    whole.toAbsolutePath()
                            .normalize()
                            .relativize(file.toAbsolutePath().normalize())
                            .toString()
                            .replace('\\', '/');
            // Asked for twice in different parts, the whole is checked.
            wholes.merge(whole, Optional.of(name), (one, other) -> Optional.empty());
        }

        private static Optional<Path> around(Path file, Predicate<Path> isOne) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            while (folder != null) {
                if (isOne.test(folder)) return Optional.of(folder);
                folder = folder.getParent();
            }
            return Optional.empty();
        }

        private static boolean isNote(Path file) {
            return SafeFiles.read(file, SafeFiles.LARGEST_SMALL).flatMap(Note::read).isPresent();
        }

        private Optional<Shown> bag(Path bag, Optional<String> only) {
            try {
                BagCheck check =
                        new BagCheck(bag, bag.toString(), trusted, findings, histories, known);
                Optional<Shown> shown = check.check(only);
                bagHashes.add(check.hashes());
                keyFrames.addAll(check.keyFrames());
                if (only.isEmpty())
                    for (String name : check.hashes().keySet())
                        if (!name.startsWith(BagNames.LEDGER)
                                && PdfSignatures.isPdf(bag.resolve(name)))
                            pdfs.add(bag.resolve(name));
                return shown;
            } catch (IOException e) {
                unreadable(bag, e);
                return Optional.empty();
            }
        }

        private void vault(Path vault, Optional<String> only, List<Shown> shown) {
            try {
                VaultCheck check =
                        new VaultCheck(vault, vault.toString(), trusted, findings, histories);
                check.check(shown, only);
                vaultChecks.add(check);
            } catch (IOException e) {
                unreadable(vault, e);
            }
        }

        /** A file that lies anywhere: is it one that the given bags or vaults know? */
        private void loose(Path file) {
            try {
                Sha256 hash = findings.hash(file);
                boolean known =
                        bagHashes.stream().anyMatch(bag -> bag.containsValue(hash))
                                || vaultChecks.stream()
                                        .anyMatch(vault -> vault.hashes().contains(hash.hex()));
                boolean asked = !bagHashes.isEmpty() || !vaultChecks.isEmpty();
                if (known) findings.passed("C1", file.toString(), "file.known");
                else if (asked) findings.failed("C1", file.toString(), "file.stranger");
                else findings.undecided("C1", file.toString(), "unreadable.alone", hash.hex());
            } catch (IOException e) {
                unreadable(file, e);
            }
        }

        private void pdf(Path pdf) {
            new PdfSignatures(findings, trusted).check(pdf, pdf.toString(), bagHashes, keyFrames);
            for (DocumentCheck.Found found : documents.look(pdf, List.copyOf(bags.keySet())))
                findings.add(found.checkId(), found.finding());
        }

        private void unreadable(Path path, IOException e) {
            findings.undecided(
                    "C1", path.toString(), Report.UNREADABLE, e.getClass().getSimpleName());
        }
    }
}
