package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.house.Sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that promise more than evidence can hold stand in no text of ours. A sentence that denies
 * such a promise may use the word, but only in one of the {@link #DENIALS}, letter by letter: to
 * say it in another way, add the phrase there and let a second pair of eyes read it. Authenticity
 * (真实性) is a term of procedure and may be spoken of, but not awarded.
 */
class WordsTest {
    /** Fixed phrases that deny, taken out before a text is searched. */
    private static final List<String> DENIALS =
            List.of("不证明画面内容真实", "不证明内容真实", "不证明陈述真实", "不代表内容真实", "不能证明内容真实", "不表示图片真实");

    private static final Pattern PROMISES =
            Pattern.compile(
                    "伪造|买家(造假|作假)|真实(?!性)|(具有|确认|保证)真实性|真实性(成立|无疑)|不可篡改|无法篡改|防篡改|铁证|法院认可|司法认可|明显符合"
                        + "|司法区块链|百分之百|AI\\s?概率|AI\\s?(生成)?(可能性|率)"
                        + "|\\b(fake[sd]?|genuine(ly)?|tamper.?proof|unforgeable|irrefutable)\\b"
                        + "|\\bAI\\b[^\\n。.]{0,24}\\d\\s?[%％]|\\d\\s?[%％][^\\n。.]{0,12}\\bAI\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * Statutes are quoted as they were enacted; cases only feed tests and the law's README, which
     * names words to avoid, only its keepers: none of them is shown.
     */
    private static final Set<Path> QUOTATIONS =
            Stream.of("catalogue.yaml", "cases.yaml", "README.md")
                    .map(Path.of("src/main/resources/packwitness/law")::resolve)
                    .collect(Collectors.toSet());

    private static final Pattern WRITTEN =
            Pattern.compile(
                    ".*\\.(properties|md|ya?ml|txt|html?|svg|sh|css|sql|json|csv|tmpl|template)");

    @Test
    void noTextPromisesMoreThanEvidenceHolds() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : writtenFiles()) {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                for (String word : promises(line)) found.add(file + ":" + number + " " + word);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noTextInTheCodePromisesMoreThanEvidenceHolds() throws IOException {
        List<String> found = new ArrayList<>();
        for (Sources.Text text : Sources.all().texts())
            for (String word : promises(text.known())) found.add(text.place() + " " + word);
        assertEquals(List.of(), found);
    }

    @Test
    void eachForbiddenWordIsSeen() {
        for (String sentence :
                List.of(
                        "该图片系伪造",
                        "画面真实",
                        "具有真实性",
                        "证明买家造假",
                        "本证据不可篡改",
                        "这是铁证",
                        "已获法院认可",
                        "行为明显符合该条",
                        "AI概率 97",
                        "AI 生成的可能性为 97%",
                        "97% AI",
                        "The picture is fake.",
                        "a genuine photo",
                        "Tamper-proof record")) assertTrue(!promises(sentence).isEmpty(), sentence);
    }

    @Test
    void denialsAndPlainSentencesPass() {
        for (String sentence :
                List.of(
                        "不证明画面内容真实、未摆拍",
                        "压缩率 80%，图片带有 GB 45438 标识",
                        "可能构成",
                        "逐项说明真实性因素",
                        "an AI label")) assertEquals(List.of(), promises(sentence), sentence);
    }

    private static List<String> promises(String text) {
        String rest = text;
        for (String denial : DENIALS) rest = rest.replace(denial, "");
        return PROMISES.matcher(rest).results().map(MatchResult::group).toList();
    }

    private static List<Path> writtenFiles() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
        for (Path folder : List.of(Path.of("src/main/resources"), Path.of("src/docs")))
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(file -> WRITTEN.matcher(file.getFileName().toString()).matches())
                        .filter(file -> !QUOTATIONS.contains(file))
                        .forEach(files::add);
            }
        return files;
    }
}
