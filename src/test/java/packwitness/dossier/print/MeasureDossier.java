package packwitness.dossier.print;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.LedgerLine;
import packwitness.dossier.paper.Proof;
import packwitness.value.Sha256;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a paper of about 30 pages with 40 key frames 1080p: {@code MeasureDossier FOLDER
 * [ROUNDS]} prints the time of each round, size over size of its pictures, and the peak of the
 * heap.
 */
final class MeasureDossier {
    private MeasureDossier() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        Dossier dossier = large();
        long pictures =
                dossier.filming().stills().stream().mapToLong(s -> s.picture().raw().length).sum()
                        + dossier.buyerSide().pictures().stream().mapToLong(p -> p.bytes()).sum()
                        + dossier.buyerSide().comparisons().stream()
                                .mapToLong(c ->
                                        c.oursPicture().raw().length + c.overlay().raw().length)
                                .sum();
        PdfSigner signer = new SampleAuthority().signer();
        for (int i = 0; i < rounds; i++) {
            Path pdf = folder.resolve("measured.pdf");
            Files.deleteIfExists(pdf);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long from = System.nanoTime();
            WrittenPaper paper = DossierWriter.write(dossier, pdf, signer, SampleDossier.MADE);
            System.out.printf(
                    "{\"round\":%d,\"millis\":%d,\"cpuMillis\":%d,\"pages\":%d,\"bytes\":%d,\"pictures\":%d,\"ratio\":%.4f}%n",
                    i,
                    (System.nanoTime() - from) / 1_000_000,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu)
                            / 1_000_000,
                    paper.pages(),
                    paper.bytes(),
                    pictures,
                    (double) paper.bytes() / pictures);
        }
        long peak =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
        System.out.printf(
                "{\"heapPeakMB\":%d,\"heapMaxMB\":%d}%n",
                peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Dossier large() {
        Dossier sample = SampleDossier.of(Addressee.PLATFORM, Authority.COMMERCIAL, 40, 1920, 1080);
        List<LedgerLine> rows = new ArrayList<>();
        for (int i = 0; i < 260; i++)
            rows.add(
                    new LedgerLine(
                            1000 + i,
                            SampleDossier.MADE.plusSeconds(i),
                            "SEGMENT",
                            "第 " + i + " 段，30 帧，写入后已入账",
                            Sha256.of(new byte[] {(byte) i})));
        Proof proof =
                new Proof(
                        sample.proof().stamps(),
                        sample.proof().checks(),
                        rows,
                        sample.proof().steps());
        return new Dossier(
                sample.cover(),
                sample.facts(),
                sample.filming(),
                sample.buyerSide(),
                sample.law(),
                proof,
                sample.exhibits(),
                sample.attachments(),
                sample.wording());
    }
}
