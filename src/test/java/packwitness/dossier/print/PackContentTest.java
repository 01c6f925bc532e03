package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.dossier.paper.Addressee;
import packwitness.platform.Captioned;
import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;
import packwitness.platform.PlatformRules;
import packwitness.platform.Statement;
import packwitness.platform.Statement.Sentence;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

final class PackContentTest {
    private final PackContent content = new PackContent(SampleDossier.of(Addressee.PLATFORM));

    @TempDir Path folder;

    @Test
    void theComparedPictureComesFirst() {
        List<Captioned> pictures = content.pictures();
        assertEquals("买家图片（已标出差异区域）", pictures.get(0).caption());
        assertEquals("本店商品图", pictures.get(1).caption());
        assertTrue(pictures.get(2).caption().startsWith("打包录像画面"));
        assertTrue(pictures.size() >= 5);
    }

    @Test
    void noSentenceSpeaksOfAnExhibit() {
        for (Sentence sentence : content.sentences()) {
            assertFalse(sentence.text().contains("证据"), sentence.text());
            assertFalse(sentence.text().contains("{"), sentence.text());
        }
    }

    @Test
    void theShortStatementAsksAndSaysWhy() {
        for (int characters : new int[] {200, 500}) {
            var limit = new PlatformRule.Text(0, characters, OptionalInt.empty());
            String text = Statement.within(limit, content.sentences());
            assertTrue(text.codePointCount(0, text.length()) <= characters);
            assertTrue(text.startsWith("请求人工复核"), text);
            assertTrue(text.contains("系同一画面"), text);
            assertTrue(text.contains("订单"), text);
        }
    }

    @Test
    void thePackOfOneCaseIsTheSameEachTime() throws Exception {
        var rule = PlatformRules.shipped().named("taobao-refuse");
        assertEquals(hashes(rule, "one"), hashes(rule, "two"));
    }

    private List<Sha256> hashes(PlatformRule rule, String name) throws Failure, IOException {
        ImagePack pack =
                ImagePack.write(
                        rule, content.pictures(), content.sentences(), folder.resolve(name));
        List<Sha256> hashes = new ArrayList<>();
        for (Path file : pack.files()) hashes.add(EvidenceFolder.hash(file));
        return hashes;
    }
}
