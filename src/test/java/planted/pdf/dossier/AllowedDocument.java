package planted.pdf.dossier;

import org.openpdf.text.Document;

final class AllowedDocument {
    Object document() {
        return new Document();
    }
}
