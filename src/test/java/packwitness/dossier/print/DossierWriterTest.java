package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.PartyFacts;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.Proof;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Scope;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What a reader finds in a written paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierWriterTest {
    @TempDir Path folder;

    private final Map<Addressee, Path> samples = new EnumMap<>(Addressee.class);

    @BeforeAll
    void writeSamples(@TempDir Path shared) throws Failure {
        for (Addressee addressee : Addressee.values()) {
            Path pdf = shared.resolve(addressee + ".pdf");
            DossierWriter.writeUnsigned(SampleDossier.of(addressee), pdf);
            samples.put(addressee, pdf);
        }
    }

    private Path sample(Addressee addressee) {
        return Objects.requireNonNull(samples.get(addressee));
    }

    @Test
    void sameCaseGivesTheSameBytes() throws Exception {
        Path one = sample(Addressee.PLATFORM);
        Path two = folder.resolve("two.pdf");
        DossierWriter.writeUnsigned(SampleDossier.of(Addressee.PLATFORM), two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void anotherCaseGivesAnotherIdentity() throws Exception {
        assertFalse(
                Arrays.equals(
                        identity(SampleDossier.of(Addressee.PLATFORM)),
                        identity(withBuyerWords(SampleDossier.of(Addressee.PLATFORM), "别的话"))));
    }

    private byte[] identity(Dossier dossier) throws Exception {
        Path pdf = written(dossier);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getDocument()
                    .getDocumentID()
                    .toList()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } finally {
            Files.delete(pdf);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Addressee.class,
            names = {"PLATFORM", "POLICE", "COURT", "REGULATOR"})
    void everySentenceOfTheCaseComesBack(Addressee addressee) throws Exception {
        Dossier dossier = SampleDossier.of(addressee, Lang.ZH, Scope.ANNEX);
        String text = PaperReader.text(written(dossier), dossier);
        List<String> lost = new ArrayList<>();
        List<String> sentences = sentencesOf(dossier);
        assertTrue(sentences.size() > 120, "sentences: " + sentences.size());
        for (String sentence : sentences)
            if (!text.contains(PaperReader.squeezed(sentence))) lost.add(sentence);
        assertEquals(List.of(), lost);
    }

    /** Returns every Chinese text of the model, as the paper shows it. */
    private static List<String> sentencesOf(Dossier dossier) throws Exception {
        List<String> texts = new ArrayList<>();
        collect(
                List.of(
                        dossier.facts(),
                        dossier.filming(),
                        dossier.buyerSide(),
                        dossier.law(),
                        dossier.proof()),
                texts);
        PaperText.of(dossier).forEach(said -> texts.add(said.text()));
        return texts.stream()
                .flatMap(String::lines)
                .filter(text -> text.codePoints().anyMatch(Character::isIdeographic))
                .map(text -> text.replace("😡", "〔U+1F621〕"))
                .toList();
    }

    private static void collect(Object value, List<String> texts) throws Exception {
        switch (value) {
            case String text -> texts.add(text);
            case List<?> list -> {
                for (Object item : list) collect(item, texts);
            }
            case Optional<?> maybe -> {
                if (maybe.isPresent()) collect(maybe.get(), texts);
            }
            case Record row -> {
                for (var part : row.getClass().getRecordComponents()) {
                    var accessor = part.getAccessor();
                    accessor.setAccessible(true);
                    collect(accessor.invoke(row), texts);
                }
            }
            default -> {}
        }
    }

    @ParameterizedTest
    @EnumSource(Addressee.class)
    void noLineBeginsWithAClosingMark(Addressee addressee) throws Exception {
        List<String> bad = new ArrayList<>();
        for (List<String> page : PaperReader.pages(sample(addressee)))
            for (String line : page)
                if (!line.isEmpty() && Kinsoku.NEVER_FIRST.indexOf(line.charAt(0)) >= 0)
                    bad.add(line);
        assertEquals(List.of(), bad);
    }

    /** Each of these is a letter of a living surname or given name; some the faces lack. */
    @ParameterizedTest
    @ValueSource(strings = {"龘", "㛃", "𠮷", "䶮", "𬎆", "㐂", "𬭚", "𪚥", "ᠠ"})
    void rareLetterIsSetOrWrittenAsItsNumber(String letter) throws Exception {
        Dossier dossier = of(new PartyFacts(letter + "氏陶瓷", "", "", "", "", ""), Addressee.BUYER);
        String text =
                PaperReader.pages(written(dossier)).stream()
                        .flatMap(List::stream)
                        .reduce("", String::concat);
        String number = "〔U+%04X〕".formatted(letter.codePointAt(0));
        boolean set = text.contains(letter + "氏陶瓷");
        boolean numbered = text.contains(number + "氏陶瓷");
        assertTrue(set != numbered, text);
        assertEquals(numbered, text.contains("字库所缺的字"), "the foot explains the number");
    }

    private static Dossier of(PartyFacts merchant, Addressee addressee) {
        Dossier plain = SampleDossier.of(addressee);
        return new Dossier(
                new Cover(
                        addressee,
                        "",
                        SampleDossier.MADE,
                        merchant,
                        plain.cover().buyer(),
                        "PackWitness"),
                plain.facts(),
                plain.filming(),
                plain.buyerSide(),
                plain.law(),
                plain.proof(),
                plain.exhibits(),
                List.of(),
                Map.of());
    }

    @Test
    void markThatNamesNoExhibitIsRefused() {
        Dossier dossier = withBuyerWords(SampleDossier.of(Addressee.PLATFORM), "见证据9-9");
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> DossierWriter.writeUnsigned(dossier, folder.resolve("a.pdf")));
        assertEquals(DossierProblem.UNKNOWN_EXHIBIT, failure.problem());
        assertFolderIsEmpty();
    }

    @Test
    void existingFileIsNotReplaced() throws Exception {
        Path pdf = Files.writeString(folder.resolve("a.pdf"), "mine");
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> DossierWriter.writeUnsigned(SampleDossier.of(Addressee.BUYER), pdf));
        assertEquals(DossierProblem.FILE_EXISTS, failure.problem());
        assertEquals("mine", Files.readString(pdf));
    }

    @Test
    void missingFolderIsOneSentence() {
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                DossierWriter.writeUnsigned(
                                        SampleDossier.of(Addressee.BUYER),
                                        folder.resolve("none/a.pdf")));
        assertEquals(DossierProblem.NOT_WRITABLE, failure.problem());
    }

    @Test
    void silentAuthorityLeavesNothingBehind() {
        Stamper silent =
                request -> {
                    throw new Failure(DossierProblem.NOT_STAMPED, "silent");
                };
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                DossierWriter.write(
                                        SampleDossier.of(Addressee.BUYER),
                                        folder.resolve("a.pdf"),
                                        new SampleAuthority().signer(silent),
                                        SampleDossier.MADE));
        assertEquals(DossierProblem.NOT_STAMPED, failure.problem());
        assertFolderIsEmpty();
    }

    @Test
    void answerOfTheAuthorityToAnotherQuestionIsRefused() {
        SampleAuthority authority = new SampleAuthority();
        Stamper confused =
                request -> {
                    byte[] other = request.clone();
                    other[30] ^= 1; // another imprint than the asked one
                    return authority.stamped(other);
                };
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                DossierWriter.write(
                                        SampleDossier.of(Addressee.BUYER),
                                        folder.resolve("a.pdf"),
                                        authority.signer(confused),
                                        SampleDossier.MADE));
        assertEquals(DossierProblem.NOT_STAMPED, failure.problem());
        assertFolderIsEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Addressee.class,
            names = {"PLATFORM", "POLICE", "COURT"})
    void caseWithoutARecordingDoesNotSpeakOfOne(Addressee addressee) throws Exception {
        Dossier full = SampleDossier.of(addressee);
        Dossier bare =
                new Dossier(
                        full.cover(),
                        full.facts(),
                        new Filming(List.of(), List.of(), List.of()),
                        new BuyerSide(List.of(), List.of(), List.of(), List.of()),
                        new LegalView(
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Fen.ZERO,
                                Map.of(),
                                Map.of(),
                                "2026年9月30日"),
                        new Proof(List.of(), List.of(), List.of(), List.of()),
                        full.exhibits(),
                        List.of(),
                        Map.of());
        String text = PaperReader.text(written(bare), bare);
        assertFalse(Stream.of("作了连续录像", "有连续录像", "连续录制", "录像显示").anyMatch(text::contains), text);
    }

    @Test
    void testAuthorityIsNamedOnEveryPage() throws Exception {
        Dossier dossier = SampleDossier.of(Addressee.PLATFORM, Authority.TEST, 9);
        for (List<String> page : PaperReader.pages(written(dossier)))
            assertTrue(
                    page.stream().anyMatch(line -> line.contains("TEST")), String.join("\n", page));
    }

    @Test
    void commercialAuthorityHasNoRibbon() throws Exception {
        for (List<String> page : PaperReader.pages(sample(Addressee.PLATFORM)))
            assertFalse(page.stream().anyMatch(line -> line.contains("TEST")));
    }

    @Test
    void endlessWordsLeavePageOneWhole() throws Exception {
        String endless = "这个杯子是坏的，我要退款！".repeat(300);
        Path pdf = written(withBuyerWords(SampleDossier.of(Addressee.PLATFORM), endless));
        List<List<String>> pages = PaperReader.pages(pdf);
        assertTrue(String.join("", pages.get(0)).contains("怎样核对"));
        assertTrue(String.join("", pages.get(0)).contains("全文见第 2 页"));
        assertTrue(String.join("", pages.get(1)).contains("我要退款！这个杯子"));
    }

    @Test
    void everyMarkOfAnExhibitLeadsToIt() throws Exception {
        assertMarksLead(Addressee.REGULATOR, 60);
        assertMarksLead(Addressee.PLATFORM, 20);
    }

    private void assertMarksLead(Addressee addressee, int least) throws Exception {
        try (PDDocument document = Loader.loadPDF(sample(addressee).toFile())) {
            int links = 0;
            for (var page : document.getPages())
                for (var annotation : page.getAnnotations())
                    if (annotation instanceof PDAnnotationLink link) {
                        links++;
                        assertTrue(leads(document, link), "a link that leads nowhere");
                    }
            assertTrue(links > least, "links: " + links);
        }
    }

    private static boolean leads(PDDocument document, PDAnnotationLink link) throws IOException {
        var destination =
                link.getAction() instanceof PDActionGoTo go
                        ? go.getDestination()
                        : link.getDestination();
        return !(destination instanceof PDNamedDestination named)
                || document.getDocumentCatalog().findNamedDestinationPage(named) != null;
    }

    @Test
    void bookmarksNameTheParts() throws Exception {
        try (PDDocument document = Loader.loadPDF(sample(Addressee.COURT).toFile())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children())
                titles.add(item.getTitle());
            assertEquals("民事起诉状（草稿）", titles.getFirst());
            assertTrue(titles.contains("一、证据目录"), titles.toString());
            assertTrue(titles.getLast().endsWith("附录：账本记录与散列值"));
        }
    }

    @Test
    void manifestTravelsInsideThePaper() throws Exception {
        Dossier dossier = SampleDossier.of(Addressee.PLATFORM);
        try (PDDocument document = Loader.loadPDF(sample(Addressee.PLATFORM).toFile())) {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertEquals(
                    List.of("ledger.jsonl", "manifest.json"),
                    files.keySet().stream().sorted().toList());
            var manifest = files.get("manifest.json");
            assertEquals(
                    "Data",
                    manifest.getCOSObject().getNameAsString(COSName.getPDFName("AFRelationship")));
            assertArrayEquals(Manifest.json(dossier), manifest.getEmbeddedFile().toByteArray());
        }
    }

    @Test
    void letterToTheBuyerTellsNothingOfTheProof() throws Exception {
        String text = allText(sample(Addressee.BUYER));
        assertFalse(Stream.of("证据", "SHA", "不当得利", "录制始于", "标识").anyMatch(text::contains), text);
    }

    @Test
    void letterToTheServiceTellsOnlyOfItsLabel() throws Exception {
        String text = allText(sample(Addressee.AI_PROVIDER));
        assertTrue(text.contains("cc75f5e9-7e12-4c0b-9a64-0f1f5d2a9b31"));
        assertFalse(
                Stream.of("260715384920317564", "SF1234567890", "云**子", "证据2-1", "195.00")
                        .anyMatch(text::contains),
                text);
    }

    private static String allText(Path pdf) throws Exception {
        StringBuilder text = new StringBuilder();
        PaperReader.pages(pdf).forEach(page -> page.forEach(text::append));
        return text.toString();
    }

    @Test
    void sentenceTheOwnerChangedIsPrintedInsteadOfTheTemplates() throws Exception {
        Dossier dossier = SampleDossier.of(Addressee.PLATFORM);
        assertTrue(PaperText.of(dossier).stream().anyMatch(s -> s.key().equals("say.ask.1")));
        Dossier changed =
                dossier.withWording(Map.of("say.ask.1", "请由高级专员复核本单（证据1-2）。", "say.ask.4", ""));
        String text = PaperReader.text(written(changed), changed);
        assertTrue(text.contains("请由高级专员复核本单（证据1-2）。"));
        assertFalse(text.contains("以备依法调取"));
    }

    @Test
    void spoiltPicturesLeaveTheirFrame() throws Exception {
        Random chance = new Random(20261122);
        byte[] jpeg = SamplePictures.cup(true, "jpeg").bytes();
        byte[] png = SamplePictures.cup(true, "png").bytes();
        for (int i = 0; i < 6; i++) {
            byte[] source = i % 2 == 0 ? jpeg : png;
            byte[] spoilt = Arrays.copyOf(source, chance.nextInt(source.length));
            for (int k = 0; k < 20 && spoilt.length > 0; k++)
                spoilt[chance.nextInt(spoilt.length)] ^= (byte) (1 << chance.nextInt(8));
            Path pdf =
                    written(
                            withPicture(
                                    SampleDossier.of(Addressee.AI_PROVIDER), Picture.of(spoilt)));
            assertTrue(Files.size(pdf) > 0);
            Files.delete(pdf);
        }
        Path pdf =
                written(
                        withPicture(
                                SampleDossier.of(Addressee.AI_PROVIDER), Picture.of(new byte[0])));
        assertTrue(
                String.join("", PaperReader.pages(pdf).stream().flatMap(List::stream).toList())
                        .contains("无法作为图片显示"));
    }

    private Path written(Dossier dossier) throws Failure {
        Path pdf = folder.resolve(dossier.cover().addressee() + ".pdf");
        return DossierWriter.writeUnsigned(dossier, pdf).file();
    }

    private void assertFolderIsEmpty() {
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Dossier withBuyerWords(Dossier dossier, String words) {
        CaseFacts f = dossier.facts();
        CaseFacts facts =
                new CaseFacts(
                        f.caseNo(),
                        f.platform(),
                        f.shop(),
                        f.orderNo(),
                        f.claimNo(),
                        f.waybill(),
                        f.carrier(),
                        f.goods(),
                        f.price(),
                        f.asked(),
                        f.refunded(),
                        f.reason(),
                        words,
                        f.goodsState(),
                        f.automatic(),
                        f.exhibits());
        return new Dossier(
                dossier.cover(),
                facts,
                dossier.filming(),
                dossier.buyerSide(),
                dossier.law(),
                dossier.proof(),
                dossier.exhibits(),
                dossier.attachments(),
                dossier.wording());
    }

    private static Dossier withPicture(Dossier dossier, Picture picture) {
        ReceivedPicture p = dossier.buyerSide().pictures().getFirst();
        ReceivedPicture spoilt =
                new ReceivedPicture(
                        p.exhibit(),
                        p.name(),
                        picture,
                        picture.sha256(),
                        picture.bytes().length,
                        p.format(),
                        p.receivedAt(),
                        p.obtained(),
                        p.checkedWith(),
                        p.findings());
        BuyerSide side = dossier.buyerSide();
        return new Dossier(
                dossier.cover(),
                dossier.facts(),
                dossier.filming(),
                new BuyerSide(
                        List.of(spoilt), side.comparisons(), side.labels(), side.speaksForBuyer()),
                dossier.law(),
                dossier.proof(),
                dossier.exhibits(),
                dossier.attachments(),
                dossier.wording());
    }
}
