package packwitness.dossier.print;

import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Attachment;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.value.Beijing;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets a paper: once as a draft to learn the page numbers, then for good as PDF/A-3b. Everything
 * that the library would take from clock or chance comes from the case. One thread; one paper.
 */
final class Press {
    private static final PdfName RELATION = new PdfName("AFRelationship");
    private static final PdfName ASSOCIATED = new PdfName("AF");

    private final Dossier dossier;
    private final Pictures pictures = new Pictures();
    private final Ink ink;
    private final MessageDigest text = Sha256.digest();
    private Layout layout = Layout.UNKNOWN;
    private byte[] identity = new byte[16];
    private List<PaperText.Said> said = List.of();

    Press(Dossier dossier) {
        this.dossier = dossier;
        Set<ExhibitNo> existing =
                dossier.exhibits().stream().map(Exhibit::no).collect(Collectors.toSet());
        Set<ExhibitNo> linked = new HashSet<>(Papers.shown(dossier));
        linked.retainAll(existing);
        ink = new Ink(linked, existing, dossier.cover().lang());
    }

    /** Lays the paper out without keeping it, to learn its page numbers. */
    void draft() throws Failure {
        layout = pass(new DigestOutputStream(OutputStream.nullOutputStream(), text), true);
        identity = identity();
        refuse();
    }

    /**
     * Writes the paper; the draft must have been made. Returns false where a page number moved
     * something: then it has to be written once more.
     */
    boolean print(OutputStream out) {
        Layout before = layout;
        layout = pass(out, false);
        return layout.equals(before);
    }

    private void refuse() throws Failure {
        if (!ink.strangers().isEmpty())
            throw new Failure(
                    DossierProblem.UNKNOWN_EXHIBIT,
                    String.join("、", ink.strangers().keySet()),
                    ink.strangers().values().iterator().next());
    }

    int pages() {
        return layout.pages();
    }

    /** Returns the sentences of the template in the order of the paper. */
    List<PaperText.Said> said() {
        return said;
    }

    private Layout pass(OutputStream out, boolean draft) {
        pictures.draft(draft);
        Wording words = new Wording(dossier);
        Document document =
                new Document(PageSize.A4, Sheet.LEFT, Sheet.RIGHT, Sheet.FIRST_TOP, Sheet.BOTTOM);
        PdfDocument pages = new PdfDocument();
        document.addDocListener(pages);
        PdfWriter writer = new ArchiveWriter(pages, out, !draft);
        try {
            pages.addWriter(writer);
            writer.setPDFXConformance(PdfWriter.PDFA3B);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.setCompressionLevel(draft ? PdfStream.NO_COMPRESSION : 9);
            writer.setFullCompression();
            writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
            PageDress dress = new PageDress(ink, words, dossier, layout);
            writer.setPageEvent(dress);
            document.open();
            document.setMargins(Sheet.LEFT, Sheet.RIGHT, Sheet.TOP, Sheet.BOTTOM);
            identify(writer, words);
            Sheet sheet = new Sheet(document, writer, ink, pictures, layout);
            Papers.write(sheet, dossier, words);
            attach(writer, words);
            document.close();
            said = words.said();
            return dress.layout();
        } catch (DocumentException | IOException e) {
            throw new IllegalStateException("the library refuses the paper", e);
        }
    }

    private void identify(PdfWriter writer, Wording words) throws IOException {
        String title = ink.clean(words.label("title"));
        writer.setOutputIntents(
                "Custom", "", "", "sRGB IEC61966-2.1", ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language()));
        PdfDictionary info = writer.getInfo();
        PdfDate made = new PdfDate(made());
        info.put(PdfName.TITLE, new PdfString(title, PdfObject.TEXT_UNICODE));
        info.put(PdfName.CREATIONDATE, made);
        info.put(PdfName.MODDATE, made);
        info.put(PdfName.PRODUCER, new PdfString(Xmp.PRODUCER));
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(identity, identity));
        writer.setXmpMetadata(Xmp.packet(title, language(), dossier.cover().madeAt()));
    }

    private String language() {
        return dossier.cover().lang() == Lang.ZH ? "zh-CN" : "en";
    }

    private GregorianCalendar made() {
        return GregorianCalendar.from(dossier.cover().madeAt().atZone(Beijing.TIME));
    }

    /** Returns an id out of the drafted pages, the pictures and the list of exhibits. */
    private byte[] identity() {
        MessageDigest all = Sha256.digest();
        all.update(text.digest());
        all.update(Manifest.json(dossier));
        dossier.filming().stills().forEach(still -> all.update(still.picture().raw()));
        dossier.buyerSide().pictures().forEach(picture -> all.update(picture.picture().raw()));
        dossier.buyerSide().comparisons().forEach(pair -> all.update(pair.overlay().raw()));
        return Arrays.copyOf(all.digest(), 16);
    }

    private void attach(PdfWriter writer, Wording words) throws IOException {
        PdfArray associated = new PdfArray();
        Attachment manifest =
                Attachment.of(
                        Manifest.NAME,
                        "application/json",
                        words.label("manifest.description"),
                        Manifest.json(dossier));
        associated.add(attached(writer, manifest));
        List<Attachment> more =
                dossier.cover().addressee() == Addressee.BUYER ? List.of() : dossier.attachments();
        for (Attachment attachment : more) associated.add(attached(writer, attachment));
        writer.getExtraCatalog().put(ASSOCIATED, associated);
    }

    private PdfObject attached(PdfWriter writer, Attachment attachment) throws IOException {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.MODDATE, new PdfDate(made()));
        PdfFileSpecification file =
                PdfFileSpecification.fileEmbedded(
                        writer,
                        "",
                        attachment.name(),
                        attachment.content(),
                        attachment.mime(),
                        parameters,
                        9);
        file.put(RELATION, new PdfName("Data"));
        file.setUnicodeFileName(attachment.name(), true);
        file.put(PdfName.DESC, new PdfString(attachment.description(), PdfObject.TEXT_UNICODE));
        writer.addFileAttachment(attachment.name(), file);
        return file.getReference();
    }

    /** The metadata that PDF/A asks for. */
    private static final class Xmp {
        static final String PRODUCER = "PackWitness";

        static byte[] packet(String title, String lang, java.time.Instant at) {
            String when =
                    java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                    .atZone(Beijing.TIME));
            Map<String, String> places =
                    Map.of(
                            "TITLE",
                            escaped(title),
                            "LANG",
                            lang,
                            "WHEN",
                            when,
                            "PRODUCER",
                            PRODUCER);
            String packet = TEMPLATE;
            for (Map.Entry<String, String> place : places.entrySet())
                packet = packet.replace("@" + place.getKey() + "@", place.getValue());
            return packet.getBytes(StandardCharsets.UTF_8);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }

        private static final String TEMPLATE =
                """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@TITLE@</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>@LANG@</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>@WHEN@</xmp:CreateDate>
                <xmp:ModifyDate>@WHEN@</xmp:ModifyDate>
                <pdf:Producer>@PRODUCER@</pdf:Producer>
                <pdfaid:part>3</pdfaid:part>
                <pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """;
    }
}
