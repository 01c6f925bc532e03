package packwitness.inspect.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the words that known generators leave behind. */
public final class GeneratorReader {
    private static final int MOST = 20;
    private static final int EXCERPT = 300;

    private static final Pattern A1111 =
            Pattern.compile("Steps: \\d{1,5}, (?:Sampler|Schedule type|CFG scale|Seed): ");
    private static final Pattern COMFY =
            Pattern.compile(
                    "^\\s{0,99}(?:[Pp]rompt:|[Ww]orkflow:)?\\s{0,99}\\{.{0,99999}"
                            + "\"(?:class_type|last_node_id)\"",
                    Pattern.DOTALL);
    private static final Pattern JOB =
            Pattern.compile("Job ID: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern SAMSUNG = Pattern.compile("\"genAIType\"\\s{0,9}:\\s{0,9}([1-9])");
    private static final Pattern SIGNATURE = Pattern.compile("^Signature: [A-Za-z0-9+/=]{64,}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DREAMINA =
            Pattern.compile("\"product\"\\s{0,9}:\\s{0,9}\"dreamina(?:_oversea)?\"");
    private static final Pattern APP_LABEL =
            Pattern.compile(
                    "\"aigc_(?:label_type\"\\s{0,9}:\\s{0,9}[12]"
                            + "|type\"\\s{0,9}:\\s{0,9}1)\\s{0,9}[,}]");

    /** Where the name of a program is expected, lower case. */
    private static final Set<String> NAMES =
            Set.of(
                    "software",
                    "creatortool",
                    "make",
                    "model",
                    "source",
                    "generator",
                    "softwareagent",
                    "credit",
                    "processingsoftware",
                    "encoder",
                    "aisystemused");

    /** Names of generators where only the name of a program is expected, lower case. */
    private static final Map<String, String> PROGRAMS = programs();

    private GeneratorReader() {}

    /** Returns the traces, one for each maker and place. */
    public static List<GeneratorTrace> read(List<Said> words) {
        Map<String, GeneratorTrace> found = new LinkedHashMap<>();
        for (Said said : words) {
            if (found.size() >= MOST) break;
            maker(said, words)
                    .ifPresent(maker ->
                            found.putIfAbsent(
                                    maker + said.place(),
                                    new GeneratorTrace(maker, where(said), excerpt(maker, said))));
        }
        return List.copyOf(found.values());
    }

    private static Optional<String> maker(Said said, List<Said> words) {
        Optional<String> byKey = TextKeyRule.maker(said, said.name().toLowerCase(Locale.ROOT));
        if (byKey.isPresent()) return byKey;
        String text = said.text();
        boolean comment = said.place().startsWith("exif") || said.place().equals("jpeg-comment");
        boolean noisy = said.place().endsWith("trailer") || said.name().isEmpty();
        if (SAMSUNG.matcher(text).find() && text.contains("PhotoEditor_Re_Edit_Data"))
            return Optional.of("Samsung Galaxy AI");
        if (comment && A1111.matcher(text).find()) return Optional.of("Stable Diffusion WebUI");
        if (comment && COMFY.matcher(text).find()) return Optional.of("ComfyUI");
        if (!noisy && JOB.matcher(text).find()) return Optional.of("Midjourney");
        if (DREAMINA.matcher(text).find() && text.contains("generation"))
            return Optional.of("Dreamina");
        if (text.contains("aigc_info") && APP_LABEL.matcher(text.replace("\\\"", "\"")).find())
            return Optional.of("ByteDance app");
        if (said.name().equals("ImageDescription") && SIGNATURE.matcher(text).find())
            return words.stream().anyMatch(GeneratorReader::isUuidArtist)
                    ? Optional.of("Grok")
                    : Optional.empty();
        return program(said);
    }

    private static boolean isUuidArtist(Said said) {
        return said.name().equals("Artist") && UUID.matcher(said.text()).matches();
    }

    private static Optional<String> program(Said said) {
        boolean names = NAMES.contains(said.name().toLowerCase(Locale.ROOT));
        if (!names || said.text().length() > 200) return Optional.empty();
        String lower = said.text().toLowerCase(Locale.ROOT);
        return PROGRAMS.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> programs() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("midjourney", "Midjourney");
        map.put("stable diffusion", "Stable Diffusion");
        map.put("stable-diffusion", "Stable Diffusion");
        map.put("stablediffusion", "Stable Diffusion");
        map.put("novelai", "NovelAI");
        map.put("comfyui", "ComfyUI");
        map.put("invokeai", "InvokeAI");
        map.put("automatic1111", "Stable Diffusion WebUI");
        map.put("fooocus", "Fooocus");
        map.put("ideogram ai", "Ideogram");
        map.put("ideogram", "Ideogram");
        map.put("reve.com", "Reve");
        map.put("adobe firefly", "Adobe Firefly");
        map.put("dall-e", "OpenAI");
        map.put("dall·e", "OpenAI");
        map.put("gpt-image", "OpenAI");
        map.put("made with google ai", "Google");
        map.put("nightcafe", "NightCafe");
        map.put("leonardo.ai", "Leonardo");
        map.put("black forest labs", "Black Forest Labs");
        map.put("即梦", "即梦");
        map.put("豆包", "豆包");
        map.put("通义万相", "通义万相");
        map.put("文心一格", "文心一格");
        map.put("可灵", "可灵");
        return map;
    }

    private static String where(Said said) {
        return said.name().isEmpty() ? said.place() : said.place() + " " + said.name();
    }

    private static String excerpt(String maker, Said said) {
        String text = said.text();
        int from = 0;
        Matcher samsung = SAMSUNG.matcher(text);
        if (maker.startsWith("Samsung") && samsung.find())
            from = Math.max(0, samsung.start() - 100);
        return text.substring(from, Math.min(text.length(), from + EXCERPT))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }
}
