package planted.pdf.claim;

import org.openpdf.text.Document;

final class PlantedDocument {
    Object document() {
        return new Document();
    }
}
