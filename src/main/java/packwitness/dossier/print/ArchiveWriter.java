package packwitness.dossier.print;

import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A writer whose output is PDF/A-3: the library's CIDSet is incomplete, which the standard refuses
 * (6.2.11.4.2); it is optional there, so it is left out. Fonts are made slim.
 */
final class ArchiveWriter extends PdfWriter {
    private static final PdfName CIDSET = new PdfName("CIDSet");

    private final boolean slim;

    /**
     * @param slim whether fonts are made slim; a draft is thrown away
     */
    ArchiveWriter(PdfDocument document, OutputStream out, boolean slim) {
        super(document, out);
        this.slim = slim;
    }

    private PdfObject without(PdfObject object) throws IOException {
        if (object instanceof PdfStream stream && stream.get(PdfName.LENGTH1) != null)
            return slim ? slim(stream) : object;
        if (object instanceof PdfDictionary dictionary && !(object instanceof PdfStream))
            dictionary.remove(CIDSET);
        return object;
    }

    private static PdfStream slim(PdfStream font) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        font.writeContent(packed);
        byte[] whole;
        try (var plain = new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            whole = plain.readAllBytes();
        }
        PdfStream slim = new PdfStream(SlimFont.of(whole));
        slim.put(PdfName.LENGTH1, new PdfNumber(whole.length));
        slim.flateCompress(PdfStream.BEST_COMPRESSION);
        return slim;
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object) throws IOException {
        return super.addToBody(without(object));
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference ref)
            throws IOException {
        return super.addToBody(without(object), ref);
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object, int number) throws IOException {
        return super.addToBody(without(object), number);
    }
}
