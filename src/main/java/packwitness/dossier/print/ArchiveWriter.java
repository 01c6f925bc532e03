package packwitness.dossier.print;

import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A writer whose output is PDF/A-3: the library's CIDSet is incomplete, which the standard refuses
 * (6.2.11.4.2); it is optional there, so it is left out.
 */
final class ArchiveWriter extends PdfWriter {
    private static final PdfName CIDSET = new PdfName("CIDSet");

    ArchiveWriter(PdfDocument document, OutputStream out) {
        super(document, out);
    }

    private static PdfObject without(PdfObject object) {
        if (object instanceof PdfDictionary dictionary && !(object instanceof PdfStream))
            dictionary.remove(CIDSET);
        return object;
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
