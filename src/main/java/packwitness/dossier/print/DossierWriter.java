package packwitness.dossier.print;

import org.openpdf.text.ExceptionConverter;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Writes a paper as PDF/A-3b, signed as PAdES B-T. A letter to an AI service needs a label that
 * names one ({@link IllegalArgumentException} without). Nothing is left behind where it fails; an
 * existing file is never replaced.
 */
public final class DossierWriter {
    private static final int MOST_PRINTS = 4;

    private DossierWriter() {}

    /** Reads the faces, which the first paper of a process needs longest for; any thread. */
    public static void prepare() {
        Faces.REGULAR.charExists(' ');
        Faces.BOLD.charExists(' ');
    }

    /** Writes and signs the paper at this time. */
    public static WrittenPaper write(Dossier dossier, Path pdf, PdfSigner signer, Instant at)
            throws Failure {
        Path unsigned = beside(pdf, ".unsigned");
        Path signed = beside(pdf, ".part");
        try {
            int pages = print(dossier, pdf, unsigned);
            new PadesSignature(signer).sign(unsigned, signed, at);
            return settle(signed, pdf, pages);
        } finally {
            discard(unsigned);
            discard(signed);
        }
    }

    /** Writes the paper without a signature: the same model gives the same bytes. */
    public static WrittenPaper writeUnsigned(Dossier dossier, Path pdf) throws Failure {
        Path part = beside(pdf, ".part");
        try {
            return settle(part, pdf, print(dossier, pdf, part));
        } finally {
            discard(part);
        }
    }

    /**
     * Writes the paper without a signature and no larger than this, its pictures made smaller as
     * far as that needs. Returns false, and writes nothing, where words alone are larger.
     */
    public static boolean writeWithin(Dossier dossier, Path pdf, long mostBytes) throws Failure {
        long words = 0;
        for (Dossier smaller : Reduced.of(dossier)) {
            long pictures = Reduced.pictureBytes(smaller);
            if (words + pictures > mostBytes) continue;
            byte[] pages = preview(smaller);
            // What the pages need without their pictures hardly changes from step to step.
            words = Math.max(0, pages.length - pictures);
            if (pages.length > mostBytes) continue;
            try {
                Files.write(pdf, pages, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return true;
            } catch (IOException e) {
                throw new Failure(DossierProblem.NOT_WRITABLE, e, pdf);
            }
        }
        return false;
    }

    /** Returns the pages without signature, for a look at them: the same model, the same bytes. */
    public static byte[] preview(Dossier dossier) throws Failure {
        Press press = new Press(dossier);
        press.draft();
        for (int tries = 0; tries <= MOST_PRINTS; tries++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
            if (press.print(out)) return out.toByteArray();
        }
        throw new IllegalStateException("page numbers do not settle");
    }

    private static int print(Dossier dossier, Path pdf, Path part) throws Failure {
        if (Files.exists(pdf)) throw new Failure(DossierProblem.FILE_EXISTS, pdf);
        Press press = new Press(dossier);
        press.draft();
        int tries = 0;
        while (!printed(press, pdf, part))
            if (++tries > MOST_PRINTS)
                throw new IllegalStateException("page numbers do not settle");
        return press.pages();
    }

    private static boolean printed(Press press, Path pdf, Path part) throws Failure {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            return press.print(out);
        } catch (IOException | ExceptionConverter e) {
            // The library wraps a full disk into an unchecked exception of its own.
            throw new Failure(DossierProblem.NOT_WRITABLE, e, pdf);
        }
    }

    private static WrittenPaper settle(Path part, Path pdf, int pages) throws Failure {
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(part, pdf);
            return new WrittenPaper(pdf, pages, Files.size(pdf), hash(pdf));
        } catch (FileAlreadyExistsException e) {
            throw new Failure(DossierProblem.FILE_EXISTS, e, pdf);
        } catch (IOException e) {
            throw new Failure(DossierProblem.NOT_WRITABLE, e, pdf);
        }
    }

    private static Sha256 hash(Path pdf) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(pdf), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.of(digest);
    }

    private static Path beside(Path pdf, String ending) {
        return pdf.resolveSibling("." + pdf.getFileName() + ending);
    }

    private static void discard(Path part) throws Failure {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new Failure(DossierProblem.NOT_WRITABLE, e, part);
        }
    }
}
