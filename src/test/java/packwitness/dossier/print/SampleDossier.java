package packwitness.dossier.print;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.Attachment;
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
import packwitness.dossier.paper.Scope;
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
import packwitness.value.Beijing;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole case of a cracked cup, as the assembler would fill it. */
public final class SampleDossier {
    static final Instant MADE = Instant.parse("2026-11-20T02:15:00Z");

    private static final ExhibitNo ORDER = ExhibitNo.of("1-1");
    private static final ExhibitNo CLAIM = ExhibitNo.of("1-2");
    private static final ExhibitNo CARRIER = ExhibitNo.of("1-3");
    private static final ExhibitNo VIDEO = ExhibitNo.of("2-1");
    private static final ExhibitNo LISTING = ExhibitNo.of("3-1");
    private static final ExhibitNo RECEIVED = ExhibitNo.of("3-2");
    private static final ExhibitNo SECOND = ExhibitNo.of("3-3");
    private static final ExhibitNo COMPARED = ExhibitNo.of("3-4");
    private static final ExhibitNo STAMP_FROM = ExhibitNo.of("4-1");
    private static final ExhibitNo STAMP_TO = ExhibitNo.of("4-2");
    private static final ExhibitNo LEDGER = ExhibitNo.of("4-3");
    private static final Instant BEGUN = at("2026-11-16T14:03:02.120");

    /** Drawn once: drawing takes longer than writing. */
    private static final List<Picture> STILLS =
            java.util.stream.IntStream.range(0, 9)
                    .mapToObj(i ->
                            SamplePictures.still(StillRole.values()[Math.min(i, 3)], i, 960, 540))
                    .toList();

    private static final Picture CUP = SamplePictures.cup(false, "jpeg");
    private static final Picture CRACKED = SamplePictures.cup(true, "jpeg");
    private static final Picture OVERLAY = SamplePictures.overlay();
    private static final Picture BOX = SamplePictures.still(StillRole.OTHER, 77, 800, 450);

    private SampleDossier() {}

    public static Dossier of(Addressee addressee) {
        return of(addressee, Authority.COMMERCIAL, 9);
    }

    static Dossier of(Addressee addressee, Authority authority, int stills) {
        return of(addressee, authority, stills, 960, 540);
    }

    /** The paper in another language, or the annex behind it. */
    static Dossier of(Addressee addressee, Lang lang, Scope scope) {
        Cover plain = cover(addressee);
        Cover cover =
                new Cover(
                        addressee,
                        plain.addresseeName(),
                        plain.madeAt(),
                        plain.merchant(),
                        plain.buyer(),
                        plain.program(),
                        lang,
                        scope);
        return of(cover, Authority.COMMERCIAL, 9, 960, 540);
    }

    static Dossier of(Addressee addressee, Authority authority, int stills, int width, int height) {
        return of(cover(addressee), authority, stills, width, height);
    }

    private static Dossier of(Cover cover, Authority authority, int stills, int width, int height) {
        return new Dossier(
                cover,
                facts(),
                new Filming(List.of(footage(authority)), stills(stills, width, height), events()),
                buyerSide(),
                law(cover.addressee()),
                proof(authority),
                exhibits(stills),
                List.of(
                        Attachment.of(
                                "ledger.jsonl",
                                "application/json",
                                "本案账本记录",
                                "{\"seq\":1042}\n".getBytes(StandardCharsets.UTF_8))),
                Map.of());
    }

    static Instant at(String beijing) {
        return java.time.LocalDateTime.parse(beijing).atZone(Beijing.TIME).toInstant();
    }

    static Sha256 hash(String of) {
        return Sha256.of(of.getBytes(StandardCharsets.UTF_8));
    }

    static Cover cover(Addressee addressee) {
        String name =
                switch (addressee) {
                    case PLATFORM -> "示例购物平台　商家申诉处理部门";
                    case REGULATOR -> "某市市场监督管理局";
                    case POLICE -> "某市公安局某分局";
                    case COURT -> "某市某区人民法院";
                    case AI_PROVIDER -> "示例生成服务有限公司";
                    case BUYER, SHOP_RULES -> "";
                };
        return new Cover(
                addressee,
                name,
                MADE,
                new PartyFacts(
                        "景德镇某某陶瓷有限公司",
                        "某某陶瓷旗舰店",
                        "91360200MA0000000X",
                        "江西省景德镇市某某区某某路12号",
                        "龘先生",
                        "0798-0000000"),
                new PartyFacts("昵称“云**子”的买家", "yun***zi", "", "", "", ""),
                "PackWitness 0.1.0");
    }

    static CaseFacts facts() {
        return new CaseFacts(
                "PW-2026-000123",
                "示例购物平台",
                "某某陶瓷旗舰店",
                "260715384920317564",
                "AS20261118000917",
                "SF1234567890",
                "顺丰速运",
                "手绘青线白瓷马克杯 350ml（含礼盒、杯盖）",
                Fen.ofYuan("195.00"),
                Fen.ofYuan("195.00"),
                Fen.ofYuan("195.00"),
                "商品破损（仅退款）",
                "刚拆开就是裂的，杯身一道大裂纹，根本没法用，你们怎么发货的？马上退钱，不退我就投诉😡。东西我也不会退，坏了的东西留着也没用，麻烦尽快处理，不要再问我要什么照片了。",
                "买家称商品已丢弃，至今未退回",
                true,
                List.of(ORDER, CLAIM));
    }

    private static Footage footage(Authority authority) {
        return new Footage(
                VIDEO,
                "打包录像（运单 SF1234567890，第 1 次）",
                "data/videos/2026/11/16/SF1234567890-1.mp4",
                12_482_331,
                hash("video"),
                BEGUN,
                at("2026-11-16T14:03:44.320"),
                Duration.ofMillis(42_200),
                "H.264，1280×720，30 帧/秒，无声音",
                "景德镇某某区仓库 1 号打包台，USB 摄像机（设备号后四位 7F3A）",
                "工号 03",
                1266,
                0,
                1266,
                60,
                new TimeBracket(
                        Optional.of(at("2026-11-16T14:00:07")),
                        Optional.of(at("2026-11-16T14:10:09")),
                        authority),
                List.of(),
                List.of("时钟与上一次时间戳相差 0.4 秒", "磁盘写入测试通过，剩余可录 61 小时", "程序版本 0.1.0，程序散列已入账"));
    }

    private static List<Still> stills(int count, int width, int height) {
        String[] shows = {"空盒与商品同框，杯身四面依次展示", "面单与商品同框", "封箱胶带完整，面单在外", "杯口近景", "杯底近景", "放入礼盒"};
        List<Still> stills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StillRole role = StillRole.values()[Math.min(i, 3)];
            Duration at = Duration.ofMillis(2000 + 1000L * i);
            stills.add(
                    new Still(
                            new ExhibitNo(2, i + 2),
                            VIDEO,
                            role,
                            width == 960
                                    ? STILLS.get(Math.min(i, STILLS.size() - 1))
                                    : SamplePictures.still(role, i, width, height),
                            60 + 30L * i,
                            at,
                            BEGUN.plus(at),
                            hash("still" + i),
                            shows[i % shows.length]));
        }
        return stills;
    }

    private static List<TimelineEvent> events() {
        return List.of(
                new TimelineEvent(at("2026-11-15T21:47:10"), "买家下单并付款195.00元", "", List.of(ORDER)),
                new TimelineEvent(BEGUN, "打包台扫描运单并开始录像，依次拍摄商品、贴单、封箱", "", List.of(VIDEO)),
                new TimelineEvent(
                        at("2026-11-16T18:22:41"), "承运人揽收，称重0.62千克", "揽收", List.of(CARRIER)),
                new TimelineEvent(
                        at("2026-11-18T10:05:33"), "包裹签收，物流记录未载外包装异常", "签收", List.of(CARRIER)),
                new TimelineEvent(
                        at("2026-11-18T10:31:02"),
                        "买家以“商品破损”为由申请仅退款195.00元，并上传两张图片",
                        "申请退款",
                        List.of(CLAIM, RECEIVED, SECOND)),
                new TimelineEvent(
                        at("2026-11-18T10:31:09"),
                        "平台系统自动退款195.00元，此前未通知本店陈述意见",
                        "自动退款",
                        List.of(CLAIM)),
                new TimelineEvent(
                        at("2026-11-18T11:20:00"), "本店取得买家图片并按原样保存", "", List.of(RECEIVED)));
    }

    private static BuyerSide buyerSide() {
        PictureFinding label =
                new PictureFinding(
                        "生成合成标识（隐式）",
                        Strength.GOOD,
                        "XMP 字段 TC260:AIGC，Label 为“1”",
                        "文件自述其为人工智能生成合成，并载有服务提供者与制作编号，可据以查询",
                        "标识未签名，他人可以写入；在服务提供者核实之前，不能确认其来源");
        PictureFinding copy =
                new PictureFinding(
                        "与本店图片比对",
                        Strength.STRONG,
                        "配准内点 612 个，残差 0.7 像素，差异区域 1 处",
                        "该文件由本店图片派生，除标号区域外画面一致",
                        "不能说明由谁改动，也不能说明实际收到的商品有无问题");
        PictureFinding exif =
                new PictureFinding(
                        "拍摄信息",
                        Strength.NEUTRAL,
                        "未见相机型号与拍摄时间",
                        "不说明任何问题",
                        "通讯软件与平台通常会清除此类信息，没有它是常态");
        PictureFinding phone =
                new PictureFinding(
                        "拍摄信息",
                        Strength.FOR_BUYER,
                        "手机型号与拍摄时间（2026-11-18 10:19）与签收时间相合",
                        "与买家所述收货时间一致",
                        "此类信息可以改写，不能单独确认");
        Picture received = CRACKED;
        Picture second = BOX;
        ReceivedPicture first =
                new ReceivedPicture(
                        RECEIVED,
                        "买家图片一（裂纹）",
                        received,
                        received.sha256(),
                        received.raw().length,
                        "JPEG 1200×900",
                        at("2026-11-18T11:20:00"),
                        "由店员在平台售后页面以“下载原图”取得",
                        "PackWitness 1.0；C2PA 信任列表 未装入；证书按 2026-11-20 判断",
                        List.of(copy, label, exif));
        ReceivedPicture other =
                new ReceivedPicture(
                        SECOND,
                        "买家图片二（外箱）",
                        second,
                        second.sha256(),
                        second.raw().length,
                        "JPEG 800×450",
                        at("2026-11-18T11:20:05"),
                        "由店员在平台售后页面以“下载原图”取得",
                        "PackWitness 1.0；C2PA 信任列表 未装入；证书按 2026-11-20 判断",
                        List.of(phone));
        return new BuyerSide(
                List.of(first, other),
                List.of(
                        new PictureComparison(
                                COMPARED,
                                LISTING,
                                CUP,
                                "商品详情页主图",
                                hash("listing"),
                                BEGUN,
                                RECEIVED,
                                OVERLAY,
                                true,
                                List.of(
                                        new DiffRegion(
                                                1, 520, 330, 190, 300, "杯身出现线状暗色纹路，本店图片同处没有")),
                                "证据3-2 与证据3-1 经配准后画面一致，差异集中于标号区域，占画面 1.9%",
                                "买家提交的这份文件由本店图片派生，并在标号区域与之不同",
                                "不能说明由谁、何时、以何种工具改动；不能说明实际收到的商品有无问题",
                                "本程序在 76 对无害副本上误标差异 6 对（7.9%），在 37 对不同图片上误认同源 0"
                                        + " 对；可见裂纹漏检约两成。样本为公开相机照片，与本案条件未必相同")),
                List.of(
                        new AiLabelLine(
                                RECEIVED,
                                "JPEG 的 XMP 字段 TC260:AIGC",
                                "属于人工智能生成合成内容（Label=1）",
                                "001191110102MACQD9K64010000",
                                "cc75f5e9-7e12-4c0b-9a64-0f1f5d2a9b31",
                                "",
                                "",
                                "未签名；在提供者核实之前，不能排除由他人写入")),
                List.of(
                        "买家图片二载有手机型号与拍摄时间，与签收时间相合，说明买家确曾在签收后拍摄外箱（证据3-3）。",
                        "本店没有运输途中的影像；运输造成破损的可能，不能仅凭打包录像排除（证据2-1）。",
                        "生成合成标识未签名，可能由他人或软件写入（证据3-2）。"));
    }

    private static Map<String, Yardstick> yardsticks(Addressee addressee) {
        return switch (addressee) {
            case COURT -> Map.of("EV-93", yardstick("EV-93"), "IC-11", yardstick("IC-11"));
            case POLICE -> Map.of("CED-14", yardstick("CED-14"));
            default -> Map.of();
        };
    }

    private static Yardstick yardstick(String id) {
        Provision found = Statutes.shipped().find(id).orElseThrow();
        return new Yardstick(
                "《" + found.instrumentName().zh() + "》" + found.article(),
                found.quotable().orElseThrow(),
                found.points(),
                "");
    }

    private static LegalView law(Addressee addressee) {
        LocalDate act = LocalDate.of(2026, 11, 18);
        return new LegalView(
                "买家的行为可能构成民事上的不当得利；如能查明其明知而提交经改动的图片以取得退款，可能涉嫌违反治安管理规定，金额未达刑事追诉的常见起点。",
                List.of(
                        "已取得金额195.00元，同一主体在本店两年内另有一次申请，合计383.00元（证据1-2）。",
                        "图片与本店图片系同一画面且局部不同，但尚无材料说明改动者（证据3-4）。"),
                List.of("打包录像和图片是电子数据，已附原件并逐项说明（证据1-1）。"),
                List.of("如商品确在运输中破损，则属正常售后，由承运人或本店承担责任。"),
                List.of(
                        new CitedProvision(
                                "《网络交易平台规则监督管理办法》（市场监管总局、国家网信办令第116号）",
                                "第十九条",
                                LocalDate.of(2026, 2, 1),
                                act,
                                "平台采取不利措施的，应告知事实、理由、依据；商家申诉可要求人工判定。",
                                "",
                                "",
                                "网络交易平台经营者根据平台规则，对平台内经营者或者消费者采取对其权益有负面影响的措施的，应当告知其违反法律、法规、规章或者平台规则的事实、理由和依据，并设置便捷的申诉渠道。法律法规另有规定的，依照其规定。\n"
                                    + "平台内经营者、消费者提起申诉的，网络交易平台经营者应当及时对申诉事项进行复核，客观公正作出处理；仅采用人工智能等技术手段处理，申诉人提出人工判定要求的，应当采用人工判定的方式进行处理。网络交易平台经营者作出处理后，应当及时将处理结果告知申诉人。"),
                        new CitedProvision(
                                "《网络交易平台规则监督管理办法》（市场监管总局、国家网信办令第116号）",
                                "第二十七条第一款第一项",
                                LocalDate.of(2026, 2, 1),
                                act,
                                "不得强制或者变相强制商家承担“退款不退货”等售后责任。",
                                "",
                                "针对平台利用规则强制；商家自愿参加的保障计划不在其列。",
                                ""),
                        new CitedProvision(
                                "《中华人民共和国民法典》",
                                "第九百八十五条",
                                LocalDate.of(2021, 1, 1),
                                act,
                                "没有法律根据取得的利益应予返还。",
                                "",
                                "商家明知无给付义务仍退款的，可能不得请求返还；本案系平台自动退款。",
                                "")),
                List.of(
                        new DueDate("平台申诉", at("2026-11-20T10:31:09"), false, "平台规则：自动退款后48小时", ""),
                        new DueDate(
                                "向公安机关报案（治安）",
                                at("2027-05-17T00:00:00"),
                                true,
                                "行为发生之日起六个月",
                                "取较早的算法：行为日加六个月再减一日"),
                        new DueDate(
                                "请求撤销",
                                at("2027-11-17T00:00:00"),
                                true,
                                "知道或者应当知道撤销事由之日起一年",
                                "自取得图片之日起算，取较早一日")),
                List.of(
                        new LossLine(
                                LocalDate.of(2026, 3, 2),
                                "示例购物平台",
                                "260302118820014437",
                                Fen.ofYuan("188.00"),
                                "已取得",
                                true,
                                "同一平台账号（强）"),
                        new LossLine(
                                act,
                                "示例购物平台",
                                "260715384920317564",
                                Fen.ofYuan("195.00"),
                                "已取得",
                                true,
                                "本案")),
                Fen.ofYuan("195.00"),
                yardsticks(addressee),
                addressee == Addressee.COURT ? Map.of("law.rescission", "《民法典》第一百四十八条") : Map.of(),
                "2026年9月30日");
    }

    private static Proof proof(Authority authority) {
        String by = authority == Authority.COMMERCIAL ? "示例可信时间戳服务中心" : "本机测试时间戳机构";
        return new Proof(
                List.of(
                        new StampLine(
                                STAMP_FROM,
                                at("2026-11-16T14:00:07"),
                                by,
                                authority,
                                "0x5f21",
                                1031,
                                hash("root1")),
                        new StampLine(
                                STAMP_TO,
                                at("2026-11-16T14:10:09"),
                                by,
                                authority,
                                "0x5f22",
                                1046,
                                hash("root2"))),
                checks(),
                ledger(),
                List.of(
                        new VerifyStep(
                                "检查证据包内每个文件是否与清单一致",
                                "sha256sum -c manifest-sha256.txt",
                                "每行末尾均为 OK（或“成功”）"),
                        new VerifyStep(
                                "检查时间戳是否覆盖该检查点",
                                "openssl ts -verify -in proof/checkpoint.tsr -data proof/checkpoint"
                                        + " -CAfile proof/tsa-ca.pem -attime 1794809409",
                                "Verification: OK"),
                        new VerifyStep(
                                "检查设备密钥对检查点的签名",
                                "openssl dgst -sha256 -verify proof/device.pub -signature"
                                        + " proof/checkpoint.sig proof/checkpoint",
                                "Verified OK"),
                        new VerifyStep("一次完成以上各步", "sh verify.sh", "最后一行为“核验通过”")));
    }

    private static List<CheckLine> checks() {
        return List.of(
                check("C1", "文件散列与清单、账本一致，包内文件齐全", "文件与入账时逐字节一致", "不证明画面内容属实、未摆拍"),
                check("C2", "记录在检查点的账本之中", "该记录在此检查点所含账本之中", "不证明账本没有别的记录"),
                check("C3", "展示区间内序号与链接连续", "展示区间内记录连续", "不证明区间以外的情况"),
                check("C4", "检查点由设备密钥签出", "由持有该设备密钥者签出", "不证明操作者身份；密钥可能被他人使用"),
                check("C5", "时间戳有效", "检查点在所示时间之前已经存在", "不证明录制发生在该时间；不证明内容属实"),
                check("C7", "入账时间区间", "该条目写入账本的时间区间", "下限约束条目，不约束视频像素"),
                check("C9", "时长、帧数与分段散列相符", "入账前后时长相符，未见截短", "不证明镜头外的行为"),
                check("C11", "关键帧可由录像重新取得", "图片出自该视频该时刻", "不证明与买家收到的是同一件"),
                new CheckLine(
                        "C12",
                        "事件先后与物流记录相符",
                        Outcome.UNDECIDED,
                        "与物流等外部记录相互印证",
                        "外部数据由商家录入时，须另行调取核实",
                        "物流记录由商家录入"));
    }

    private static CheckLine check(String id, String name, String proves, String not) {
        return new CheckLine(id, name, Outcome.PASSED, proves, not, "");
    }

    private static List<LedgerLine> ledger() {
        List<LedgerLine> lines = new ArrayList<>();
        String[] kinds = {"START", "SEGMENT", "SEGMENT", "SEGMENT", "STOP", "CLAIM", "PICTURE"};
        for (int i = 0; i < kinds.length; i++)
            lines.add(
                    new LedgerLine(
                            1035 + i,
                            BEGUN.plusSeconds(i * 7L),
                            kinds[i],
                            "运单（加盐散列）" + hash("w").brief() + "，分段 " + i,
                            hash("leaf" + i)));
        return lines;
    }

    private static List<Exhibit> exhibits(int stills) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(file(ORDER, "订单导出记录", "平台商家后台导出", "买家、商品、金额与订单号", "data/orders/order.csv"));
        exhibits.add(
                file(CLAIM, "售后申请页面", "平台售后页面，网页另存", "申请理由、金额与自动退款经过", "data/claim/page.html"));
        exhibits.add(file(CARRIER, "物流轨迹", "承运人网站查询", "揽收、称重与签收时间", "data/claim/carrier.html"));
        exhibits.add(
                file(
                        VIDEO,
                        "打包录像原件",
                        "1 号打包台摄像机",
                        "商品、贴单、封箱的连续过程与时间",
                        "data/videos/2026/11/16/SF1234567890-1.mp4"));
        for (int i = 0; i < stills; i++)
            exhibits.add(
                    new Exhibit(
                            new ExhibitNo(2, i + 2),
                            "关键帧 " + (i + 1),
                            "截自证据2-1",
                            "商品发出时的外观与包装",
                            Optional.empty()));
        exhibits.add(file(LISTING, "商品详情页主图", "本店商品资料", "本店图片的内容与形成时间", "data/claim/listing.jpg"));
        exhibits.add(
                file(RECEIVED, "买家图片一", "平台售后页面下载", "买家主张破损的依据及其检视结果", "data/claim/photo-1.jpg"));
        exhibits.add(file(SECOND, "买家图片二", "平台售后页面下载", "外箱情况（对买家有利）", "data/claim/photo-2.jpg"));
        exhibits.add(
                new Exhibit(
                        COMPARED, "图片比对结果", "程序比对，可重做", "证据3-1 与 3-2 的同源与差异", Optional.empty()));
        exhibits.add(file(STAMP_FROM, "时间戳（下限）", "时间戳机构", "录像入账不早于所示时间", "data/proof/before.tsr"));
        exhibits.add(file(STAMP_TO, "时间戳（上限）", "时间戳机构", "录像入账不晚于所示时间", "data/proof/after.tsr"));
        exhibits.add(file(LEDGER, "账本记录与包含证明", "本店账本", "记录连续、未被替换", "data/proof/rows.jsonl"));
        return exhibits;
    }

    private static Exhibit file(
            ExhibitNo no, String name, String source, String purpose, String path) {
        return new Exhibit(
                no,
                name,
                source,
                purpose,
                Optional.of(
                        new DataFile(
                                path,
                                path.endsWith(".mp4") ? "电子数据（视频）" : "电子数据（文件）",
                                path.substring(path.lastIndexOf('.') + 1)
                                        .toUpperCase(java.util.Locale.ROOT),
                                path.endsWith(".mp4") ? 12_482_331 : 48_213,
                                no.equals(VIDEO) ? hash("video") : hash(path),
                                at("2026-11-18T11:20:00"),
                                "本店办公场所",
                                "按收到的字节保存，先计算 SHA-256 再检视副本",
                                "PackWitness 0.1.0")));
    }
}
