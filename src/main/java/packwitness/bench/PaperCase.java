package packwitness.bench;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.CheckLine;
import packwitness.dossier.paper.CitedProvision;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.DiffRegion;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DueDate;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.LedgerLine;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.LossLine;
import packwitness.dossier.paper.Outcome;
import packwitness.dossier.paper.PartyFacts;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.PictureFinding;
import packwitness.dossier.paper.Proof;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.StampLine;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.StillRole;
import packwitness.dossier.paper.Strength;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.TimelineEvent;
import packwitness.dossier.paper.VerifyStep;
import packwitness.dossier.paper.Yardstick;
import packwitness.law.Provision;
import packwitness.law.Statutes;
import packwitness.ledger.Check;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A case for the court of about thirty pages with as many key frames 1080p as asked. */
final class PaperCase {
    static final Instant MADE = Instant.parse("2026-11-20T02:15:00Z");
    private static final Instant BEGUN = Instant.parse("2026-11-16T06:03:02Z");
    private static final LocalDate ACT = LocalDate.of(2026, 11, 18);

    /** As the recorder keeps its key frames. */
    private static final float QUALITY = 0.9f;

    private static final int PROVISIONS = 34;
    private static final int ROWS = 60;
    private static final ExhibitNo CLAIM = ExhibitNo.of("1-1");
    private static final ExhibitNo VIDEO = ExhibitNo.of("2-1");
    private static final ExhibitNo OURS = ExhibitNo.of("3-1");
    private static final ExhibitNo THEIRS = ExhibitNo.of("3-2");
    private static final ExhibitNo COMPARED = ExhibitNo.of("3-3");
    private static final ExhibitNo STAMP = ExhibitNo.of("4-1");

    private final List<Picture> frames;
    private final Picture ours;
    private final Picture theirs;

    PaperCase(int frames) {
        this.frames = IntStream.range(0, frames).mapToObj(i -> drawn(i, 1920, 1080, 6)).toList();
        ours = drawn(901, 1280, 960, 4);
        theirs = drawn(902, 1280, 960, 4);
    }

    /** Returns the bytes of all pictures of the paper. */
    long pictureBytes() {
        long sum = ours.raw().length + theirs.raw().length;
        for (Picture frame : frames) sum += frame.raw().length;
        return sum;
    }

    Dossier dossier() {
        return new Dossier(
                new Cover(
                        Addressee.COURT,
                        "某市某区人民法院",
                        MADE,
                        new PartyFacts("某某陶瓷有限公司", "某某旗舰店", "91360200MA0000000X", "某路12号", "", ""),
                        new PartyFacts("昵称“云**子”的买家", "yun***zi", "", "", "", ""),
                        "PackWitness"),
                facts(),
                new Filming(List.of(footage()), stills(), events()),
                buyer(),
                law(),
                proof(),
                exhibits(),
                List.of(),
                Map.of());
    }

    private static CaseFacts facts() {
        return new CaseFacts(
                "PW-1",
                "示例购物平台",
                "某某旗舰店",
                "260715384920317564",
                "",
                "SF1234567890",
                "",
                "手工陶瓷马克杯 青釉 350ml",
                Fen.ofYuan("195.00"),
                Fen.ofYuan("195.00"),
                Fen.ofYuan("195.00"),
                "收到商品有裂纹",
                "",
                "买家未退回商品",
                true,
                List.of(CLAIM));
    }

    private Footage footage() {
        return new Footage(
                VIDEO,
                "打包录像（第 1 次打包）",
                "videos/take-1.mp4",
                48_000_000,
                hash("video"),
                BEGUN,
                BEGUN.plusSeconds(frames.size()),
                Duration.ofSeconds(frames.size()),
                "H.264 1920×1080",
                "打包台 1",
                "",
                1200,
                0,
                1200,
                90,
                new TimeBracket(
                        Optional.of(BEGUN.minusSeconds(200)),
                        Optional.of(BEGUN.plusSeconds(400)),
                        Authority.COMMERCIAL),
                List.of(),
                List.of("收到 1200 帧 = 丢弃 0 帧 + 录入 1200 帧"));
    }

    private List<Still> stills() {
        List<Still> stills = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++)
            stills.add(
                    new Still(
                            new ExhibitNo(2, i + 2),
                            VIDEO,
                            StillRole.values()[Math.min(i, 3)],
                            frames.get(i),
                            30L * i,
                            Duration.ofSeconds(i),
                            BEGUN.plusSeconds(i),
                            hash("pixels" + i),
                            "打包过程"));
        return stills;
    }

    private static List<TimelineEvent> events() {
        return List.of(
                new TimelineEvent(BEGUN, "打包台扫描面单，录像开始", "打包", List.of(VIDEO)),
                new TimelineEvent(BEGUN.plusSeconds(172_800), "买家提出退款申请", "申请退款", List.of(CLAIM)));
    }

    private BuyerSide buyer() {
        PictureFinding finding =
                new PictureFinding("文件内有生成合成标识", Strength.GOOD, "Label = 1", "文件内载有该标识", "不证明由谁写入");
        return new BuyerSide(
                List.of(
                        new ReceivedPicture(
                                THEIRS,
                                "buyer.png",
                                theirs,
                                theirs.sha256(),
                                theirs.raw().length,
                                "jpeg",
                                MADE,
                                "平台下载",
                                "",
                                List.of(finding))),
                List.of(
                        new PictureComparison(
                                COMPARED,
                                OURS,
                                ours,
                                "商品图",
                                hash("listing"),
                                BEGUN,
                                THEIRS,
                                theirs,
                                true,
                                List.of(new DiffRegion(1, 10, 10, 90, 90, "位于杯身")),
                                "两图系同一画面，标号处不同",
                                "改动所在的位置",
                                "不证明由谁改动",
                                "本程序此版本的误差见核验部分")),
                List.of(
                        new AiLabelLine(
                                THEIRS,
                                "png-itxt",
                                "Label = 1",
                                "SERVICE-1",
                                "N-1",
                                "",
                                "",
                                "未附签名")),
                List.of("打包录像不能证明运输途中商品状态。"));
    }

    private static LegalView law() {
        List<Provision> known =
                Statutes.shipped().inForceOn(ACT).stream()
                        .filter(provision -> provision.quotable().isPresent())
                        .limit(PROVISIONS)
                        .toList();
        Statutes statutes = Statutes.shipped();
        return new LegalView(
                "可能构成不当得利。",
                List.of("图片与本店图片系同一画面且局部不同。"),
                List.of(),
                List.of(),
                known.stream().map(PaperCase::cited).toList(),
                List.of(new DueDate("请求撤销", MADE.plusSeconds(31_536_000), true, "民法典", "一年")),
                List.of(
                        new LossLine(
                                ACT, "示例购物平台", "2607…", Fen.ofYuan("195.00"), "已退款", true, "本案")),
                Fen.ofYuan("195.00"),
                Map.of(
                        "EV-93", yardstick(statutes.find("EV-93").orElseThrow()),
                        "IC-11", yardstick(statutes.find("IC-11").orElseThrow())),
                Map.of(),
                "2026年9月30日");
    }

    private static Yardstick yardstick(Provision provision) {
        return new Yardstick(
                provision.title(), provision.quotable().orElse(""), provision.points(), "");
    }

    private static CitedProvision cited(Provision provision) {
        return new CitedProvision(
                "《" + provision.instrumentName().zh() + "》",
                provision.article(),
                provision.inForceFrom(),
                ACT,
                provision.proposition().zh(),
                "",
                "",
                provision.quotable().orElse(""));
    }

    private static Proof proof() {
        List<CheckLine> checks = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            Check check = new Check("C" + i, packwitness.ledger.Outcome.PASSED, List.of());
            checks.add(
                    new CheckLine(
                            check.id(),
                            check.title(Lang.ZH),
                            Outcome.PASSED,
                            check.proves(Lang.ZH),
                            check.doesNotProve(Lang.ZH),
                            ""));
        }
        List<LedgerLine> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i ->
                                new LedgerLine(
                                        1000 + i,
                                        BEGUN.plusSeconds(i),
                                        "SEGMENT",
                                        "第 " + i + " 段，30 帧",
                                        hash("row" + i)))
                        .toList();
        return new Proof(
                List.of(
                        new StampLine(
                                STAMP,
                                BEGUN.plusSeconds(400),
                                "示例时间戳服务中心",
                                Authority.COMMERCIAL,
                                "0x5f21",
                                1031,
                                hash("root"))),
                checks,
                rows,
                List.of(new VerifyStep("校验证据包", "sh verify.sh", "退出码为 0")));
    }

    private List<Exhibit> exhibits() {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new Exhibit(CLAIM, "售后申请信息", "平台售后页面", "证明申请", Optional.empty()));
        exhibits.add(exhibit(VIDEO, "打包录像", "videos/take-1.mp4", 48_000_000, hash("video")));
        for (int i = 0; i < frames.size(); i++)
            exhibits.add(
                    exhibit(
                            new ExhibitNo(2, i + 2),
                            "关键帧 " + (i + 1),
                            "frames/take-1-" + i + ".jpg",
                            frames.get(i).raw().length,
                            frames.get(i).sha256()));
        exhibits.add(exhibit(OURS, "商品图", "claim/listing.jpg", ours.raw().length, ours.sha256()));
        exhibits.add(
                exhibit(THEIRS, "买家图片", "claim/buyer.jpg", theirs.raw().length, theirs.sha256()));
        exhibits.add(new Exhibit(COMPARED, "图片比对", "比对生成", "证明差异位置", Optional.empty()));
        exhibits.add(new Exhibit(STAMP, "时间戳", "时间戳机构", "证明时间", Optional.empty()));
        return exhibits;
    }

    private static Exhibit exhibit(
            ExhibitNo no, String name, String path, long bytes, Sha256 sha256) {
        DataFile file =
                new DataFile(path, "电子数据", "JPEG", bytes, sha256, BEGUN, "打包台 1", "自动录制", "");
        return new Exhibit(no, name, "本店打包台", "显示该时刻画面", Optional.of(file));
    }

    private static Sha256 hash(String of) {
        return Sha256.of(of.getBytes(StandardCharsets.UTF_8));
    }

    /** Draws a table, a box and the grain of a sensor, from which most of the bytes come. */
    private static Picture drawn(int number, int width, int height, int grain) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x8c7b66), 0, height, new Color(0xb8a58a)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xc99a5e));
        pen.fillRect(width / 4 + number % 40, height / 4, width / 2, height / 2);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 28));
        pen.drawString("2026-11-16 14:03:%02d  #%d".formatted(number % 60, number), 24, 40);
        pen.dispose();
        Random noise = new Random(number);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int shift = noise.nextInt(2 * grain + 1) - grain;
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x, y, shade(rgb, 16, shift) | shade(rgb, 8, shift) | shade(rgb, 0, shift));
            }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(target);
                writer.write(null, new IIOImage(image, null, null), parameters);
            } finally {
                writer.dispose();
            }
            return Picture.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int shade(int rgb, int bits, int shift) {
        return Math.clamp(((rgb >> bits) & 0xff) + shift, 0, 255) << bits;
    }
}
