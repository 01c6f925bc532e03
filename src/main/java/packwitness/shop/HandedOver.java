package packwitness.shop;

import packwitness.ledger.Check;
import packwitness.ledger.Finding;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Verifies what people hand over: besides what {@link Verifier} reads, bags in one file, which are
 * unpacked for the time of the checks, and copies of ours, which are named as such instead of being
 * taken for strangers. Reads only; any thread.
 */
public final class HandedOver {
    private final TrustList trust;
    private final List<Path> ours;

    public HandedOver(TrustList trust) {
        this(trust, List.of());
    }

    /**
     * Looks copies up in other vaults too.
     *
     * @param ours vaults that are not checked themselves
     */
    public HandedOver(TrustList trust, List<Path> ours) {
        this.trust = trust;
        this.ours = List.copyOf(ours);
    }

    /**
     * Checks all of them together.
     *
     * @param unpacked is told how much of the bags in one file is unpacked, from 0 to 1
     * @throws java.util.concurrent.CancellationException where it was cancelled while unpacking
     */
    public Handed check(List<Path> paths, Cancellation cancellation, DoubleConsumer unpacked)
            throws Failure {
        try (Run run = new Run()) {
            return run.check(paths, cancellation, unpacked);
        }
    }

    /**
     * Checks each of them by itself and joins what came of it: two recordings of one vault are
     * looked at without all the others.
     */
    public Handed checkEach(List<Path> paths, Cancellation cancellation, DoubleConsumer share)
            throws Failure {
        Handed all = check(paths.subList(0, 1), cancellation, unpacked -> {});
        share.accept(1.0 / paths.size());
        for (int i = 1; i < paths.size(); i++) {
            cancellation.check();
            all = all.and(check(paths.subList(i, i + 1), cancellation, unpacked -> {}));
            share.accept((i + 1.0) / paths.size());
        }
        return all;
    }

    private final class Run implements AutoCloseable {
        private final List<Handed.Note> notes = new ArrayList<>();
        private final Map<Path, Path> places = new LinkedHashMap<>();
        private final List<UnpackedBag> bags = new ArrayList<>();

        Handed check(List<Path> paths, Cancellation cancellation, DoubleConsumer unpacked)
                throws Failure {
            List<Path> asked = new ArrayList<>();
            for (Path path : paths) {
                if (BagFile.isNamedSo(path) && Files.isRegularFile(path))
                    unpack(path, cancellation, unpacked).ifPresent(asked::add);
                else asked.add(path);
            }
            asked.removeIf(new Copies(asked)::isOne);
            cancellation.check();
            Report report =
                    new Verifier(trust, (pdf, all) -> List.of()).verify(asked, cancellation::check);
            return new Handed(named(report, paths), notes);
        }

        private Optional<Path> unpack(Path file, Cancellation cancellation, DoubleConsumer unpacked)
                throws Failure {
            try {
                UnpackedBag bag = UnpackedBag.of(file, cancellation, unpacked);
                bags.add(bag);
                places.put(bag.bag(), file);
                return Optional.of(bag.bag());
            } catch (UnpackedBag.Bad bad) {
                notes.add(new Handed.Note(Handed.Kind.BAG_BROKEN, file, bad.why().name()));
                return Optional.empty();
            }
        }

        /** Looks for files that are copies of ours. */
        private final class Copies {
            private final KnownCopies known;

            Copies(List<Path> asked) {
                List<Path> wholes = new ArrayList<>(ours);
                asked.stream().filter(Files::isDirectory).forEach(wholes::add);
                known = new KnownCopies(wholes);
            }

            /** Notes what copy it is; says whether a row of the ledger names it as one. */
            boolean isOne(Path file) {
                if (!Files.isRegularFile(file)) return false;
                try {
                    Optional<KnownCopies.Known> row =
                            known.any() ? known.find(EvidenceFolder.hash(file)) : Optional.empty();
                    row.ifPresent(
                            copy -> notes.add(new Handed.Note(copy.kind(), file, copy.source())));
                    if (row.isPresent()) return true;
                    CopyMark.read(file)
                            .ifPresent(source ->
                                    notes.add(
                                            new Handed.Note(Handed.Kind.SELF_NAMED, file, source)));
                    return false;
                } catch (IOException unreadable) {
                    // The checks say so.
                    return false;
                }
            }
        }

        /** Names what was unpacked by the file that people know. */
        private Report named(Report report, List<Path> paths) {
            List<Check> checks = new ArrayList<>();
            for (Check check : report.checks())
                checks.add(
                        new Check(
                                check.id(),
                                check.outcome(),
                                check.findings().stream().map(this::named).toList()));
            return new Report(paths.stream().map(Path::toString).toList(), checks);
        }

        private Finding named(Finding finding) {
            return new Finding(
                    finding.outcome(),
                    named(finding.about()),
                    finding.word(),
                    finding.values().stream().map(this::named).toList());
        }

        private String named(String text) {
            String told = text;
            for (Map.Entry<Path, Path> place : places.entrySet())
                told = told.replace(place.getKey().toString(), place.getValue().toString());
            return told;
        }

        @Override
        public void close() {
            bags.forEach(UnpackedBag::close);
        }
    }
}
