package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.Scope;
import packwitness.dossier.paper.Yardstick;
import packwitness.law.Provision;
import packwitness.law.Statutes;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What each reader's paper must hold, element by element. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersTest {
    private final Map<Addressee, String> texts = new EnumMap<>(Addressee.class);
    private final Map<Addressee, Path> files = new EnumMap<>(Addressee.class);

    @BeforeAll
    void write(@TempDir Path shared) throws Exception {
        for (Addressee addressee : Addressee.values()) {
            Path pdf = shared.resolve(addressee + ".pdf");
            Dossier dossier = SampleDossier.of(addressee);
            DossierWriter.writeUnsigned(dossier, pdf);
            files.put(addressee, pdf);
            texts.put(addressee, PaperReader.text(pdf, dossier));
        }
    }

    /** The facts of the other paper lead to no such right any more. */
    @Test
    void rescissionIsAskedForOnlyWhereItsTimeHasNotPassed() {
        Dossier open = SampleDossier.of(Addressee.COURT);
        Wording words = new Wording(open);
        String asked = words.say("claim.rescission");
        assertEquals(asked, CourtPart.claims(open, words).get(1));
        List<String> lapsed = CourtPart.claims(SampleDossier.of(Addressee.POLICE), words);
        assertEquals(2, lapsed.size());
        assertFalse(lapsed.contains(asked));
    }

    private void holds(Addressee addressee, String... elements) {
        String text = Objects.requireNonNull(texts.get(addressee));
        List<String> lost =
                Stream.of(elements).filter(e -> !text.contains(PaperReader.squeezed(e))).toList();
        assertEquals(List.of(), lost);
    }

    private String pageOne(Addressee addressee) throws Exception {
        Path file = Objects.requireNonNull(files.get(addressee));
        return PaperReader.squeezed(String.join("", PaperReader.pages(file).getFirst()));
    }

    @Test
    void platformAppealSaysAllOnPageOneAndIsShort() throws Exception {
        String one = pageOne(Addressee.PLATFORM);
        for (String element :
                List.of(
                        "发出了什么",
                        "何时录制",
                        "不早于",
                        "不晚于",
                        "入账时间区间：两次外部时间戳之间",
                        "买家怎么说",
                        "为何不符",
                        "规则依据",
                        "请求",
                        "由人工作出判定",
                        "撤销对本单作出的自动退款",
                        "书面说明具体事实、理由与规则条款",
                        "sha256sum",
                        "商品",
                        "面单",
                        "封箱")) assertTrue(one.contains(PaperReader.squeezed(element)), element);
        try (PDDocument document =
                Loader.loadPDF(Objects.requireNonNull(files.get(Addressee.PLATFORM)).toFile())) {
            int pages = document.getNumberOfPages();
            assertTrue(pages >= 2 && pages <= 5, "pages: " + pages);
            int pictures = 0;
            for (var name : document.getPage(0).getResources().getXObjectNames())
                if (document.getPage(0).getResources().getXObject(name) instanceof PDImageXObject)
                    pictures++;
            assertTrue(pictures >= 5, "three frames and the pair: " + pictures);
        }
        holds(Addressee.PLATFORM, "对买家有利的情形", "证据目录", "annex.pdf", "法律核对截至", "适用限制");
    }

    @Test
    void annexHoldsWhatTheAppealLeavesOut() throws Exception {
        Path pdf =
                Objects.requireNonNull(files.get(Addressee.PLATFORM)).resolveSibling("annex.pdf");
        Dossier annex = SampleDossier.of(Addressee.PLATFORM, Lang.ZH, Scope.ANNEX);
        DossierWriter.writeUnsigned(annex, pdf);
        String text = PaperReader.text(pdf, annex);
        for (String element : List.of("证据全卷", "叶散列", "自行核验的方法", "不能排除的情形", "像素散列"))
            assertTrue(text.contains(element), element);
    }

    @Test
    void regulatorReadsTheLabelAndTheDutyToReview() {
        holds(
                Addressee.REGULATOR,
                "标识的读取结果",
                "服务提供者",
                "制作编号",
                "核验与提示义务",
                "删除或者隐匿",
                "人工判定",
                "条文",
                "待核");
    }

    @Test
    void policeReportHasTheListTheTableAndTheDeadline() {
        Dossier dossier = SampleDossier.of(Addressee.POLICE);
        holds(
                Addressee.POLICE,
                "报案人",
                "被反映人",
                "电子数据清单",
                "类别",
                "文件格式",
                "完整性校验值（SHA-256）",
                "电子数据持有人（提供人）签名或者盖章",
                "侦查人员签名",
                "见证人签名",
                "同一主体涉及金额",
                "向公安机关报案（治安）",
                "六个月",
                "原始存储介质",
                law("CED-14").quotable().orElseThrow());
        for (Exhibit exhibit : dossier.exhibits())
            exhibit.file()
                    .ifPresent(file ->
                            holds(
                                    Addressee.POLICE,
                                    file.sha256().hex(),
                                    file.category(),
                                    file.format()));
    }

    @Test
    void courtPapersAnswerThePointsInTheWordsOfTheLaw() {
        holds(
                Addressee.COURT,
                "民事起诉状",
                "诉讼请求",
                "判令被告返还原告款项",
                "判令撤销原告同意退款的意思表示",
                "事实与理由",
                "没有法律根据",
                "受欺诈",
                "证据目录",
                "编号证据名称来源证明目的页码",
                "有专门知识的人",
                "具状人");
        for (String id : List.of("EV-93", "IC-11")) {
            List<String> points = law(id).points();
            assertEquals(id.equals("EV-93") ? 7 : 6, points.size());
            Wording words = new Wording(SampleDossier.of(Addressee.COURT));
            for (int i = 0; i < points.size(); i++)
                holds(Addressee.COURT, points.get(i) + words.say("answers." + id + "." + (i + 1)));
        }
        String text = Objects.requireNonNull(texts.get(Addressee.COURT));
        assertTrue(text.indexOf("没有法律根据") < text.indexOf("受欺诈"), "restitution leads");
    }

    @Test
    void letterToTheServiceAsksToConfirmAndPreserve() {
        Dossier dossier = SampleDossier.of(Addressee.AI_PROVIDER);
        holds(
                Addressee.AI_PROVIDER,
                dossier.buyerSide().labels().getFirst().produceId(),
                "核实下列制作编号",
                "保存与该编号有关的生成记录与日志",
                "保存期限",
                "仅向有权机关提供");
    }

    @Test
    void requestToTheBuyerIsPoliteAndReservesRights() {
        holds(Addressee.BUYER, "不同角度", "面单与商品拍在同一画面", "即时拍摄", "妥善保管商品", "权利均予保留", "我们不认为您有任何不当");
    }

    @Test
    void shopRulesHaveTheRuleAndTheScript() {
        holds(
                Addressee.SHOP_RULES,
                "店铺页面公示",
                "客服话术：同意退款之前",
                "任何时候都不要说",
                "保留查明后请求返还的权利",
                "不排除、不限制您依照法律");
    }

    @ParameterizedTest
    @EnumSource(Addressee.class)
    void courtesyTranslationIsWholeAndSaysSoOnEveryPage(Addressee addressee, @TempDir Path folder)
            throws Exception {
        Dossier english = SampleDossier.of(addressee, Lang.EN, Scope.PAPER);
        Path pdf = folder.resolve("en.pdf");
        DossierWriter.writeUnsigned(english, pdf);
        List<List<String>> pages = PaperReader.pages(pdf);
        for (List<String> page : pages)
            assertTrue(String.join(" ", page).contains("COURTESY TRANSLATION"));
        String text = PaperReader.text(pdf, english);
        List<String> lost = new ArrayList<>();
        for (PaperText.Said said : PaperText.of(english)) {
            String printed = PaperReader.squeezed(Marks.in(Lang.EN, said.text()));
            // A sentence may begin on one page and end on the next, with head and foot between.
            int half = Math.min(printed.length(), 60);
            if (!text.contains(printed.substring(0, half))
                    || !text.contains(printed.substring(printed.length() - half)))
                lost.add(said.text());
        }
        assertEquals(List.of(), lost);
        assertFalse(text.contains("证据1-"), "marks are English");
        for (Yardstick yardstick : english.law().yardsticks().values())
            for (String point : yardstick.points())
                assertTrue(text.contains(PaperReader.squeezed(point)), point);
    }

    @Test
    void ownersSentenceStandsInTheTranslationAsItIs() throws Failure {
        Dossier english =
                SampleDossier.of(Addressee.BUYER, Lang.EN, Scope.PAPER)
                        .withWording(Map.of("say.ask.1", "请拍三张照片。"));
        assertTrue(
                PaperText.of(english).stream()
                        .anyMatch(said ->
                                said.text().equals("[The owner's own words, in Chinese] 请拍三张照片。")));
    }

    @Test
    void paperForAChannelIsNeverLargerThanItsRule(@TempDir Path folder) throws Exception {
        Dossier dossier = SampleDossier.of(Addressee.PLATFORM, Authority.COMMERCIAL, 1);
        long whole = DossierWriter.preview(dossier).length;
        for (long most : List.of(whole, whole - 1)) {
            Path pdf = folder.resolve(most + ".pdf");
            assertTrue(DossierWriter.writeWithin(dossier, pdf, most));
            assertTrue(Files.size(pdf) <= most);
            assertTrue(PaperReader.text(pdf, dossier).contains("由人工作出判定"));
        }
        assertFalse(DossierWriter.writeWithin(dossier, folder.resolve("none.pdf"), 20_000));
        assertFalse(Files.exists(folder.resolve("none.pdf")));
    }

    private static Provision law(String id) {
        return Statutes.shipped().find(id).orElseThrow();
    }
}
