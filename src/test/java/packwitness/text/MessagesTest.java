package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.List;

class MessagesTest {
    private final Messages chinese = Messages.of(Lang.ZH);
    private final Messages english = Messages.of(Lang.EN);

    @Test
    void theSentenceIsInTheLanguageAskedFor() {
        assertEquals(
                "无法读取文件 a.mp4。", chinese.say("storage.FILE_UNREADABLE.what", Path.of("a.mp4")));
        assertEquals(
                "The file a.mp4 cannot be read.",
                english.say("storage.FILE_UNREADABLE.what", "a.mp4"));
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        // The tests run with user.language=zh: English must come from the English bundle alone.
        assertTrue(english.say("storage.DISK_FULL.todo").startsWith("Remove"));
    }

    @Test
    void numbersStandAsTheyAre() {
        assertEquals(
                "Reading or writing the index file 2026 failed (1234567).",
                english.say("storage.DATABASE_FAILED.what", 2026, 1_234_567L));
    }

    @Test
    void aDetailIsNeverReadAsAPattern() {
        assertTrue(chinese.say("storage.FILE_EXISTS.what", "it's {0} {x").contains("it's {0} {x"));
    }

    @Test
    void unknownKeysAreMistakesOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> chinese.say("storage.nothing"));
        assertThrows(IllegalArgumentException.class, () -> chinese.say("cellar.nothing"));
        assertThrows(IllegalArgumentException.class, () -> chinese.say("nothing"));
    }

    @Test
    void aFailureIsExplainedInThreeSentencesAndACode() {
        Failure failure = new Failure(StorageProblem.DISK_FULL, Path.of("vault"));
        Explanation explained = english.explain(failure);
        assertEquals("The disk of vault is full; this step was not written.", explained.what());
        assertEquals("Recordings and entries saved before are unchanged.", explained.safe());
        assertTrue(explained.todo().startsWith("Remove files"));
        assertTrue(explained.code().matches("PW-STORAGE-[0-9A-F]{4}"), explained.code());
        assertEquals(explained.code(), chinese.explain(failure).code());
        assertEquals(
                explained, english.explain(StorageProblem.DISK_FULL, List.of(Path.of("vault"))));
    }

    @Test
    void theSameMistakeHasTheSameCodeAgain() {
        Explanation first = chinese.explainMistake(mistake());
        assertEquals(first, chinese.explainMistake(mistake()));
        assertTrue(first.code().matches("PW-MISTAKE-[0-9A-F]{4}"), first.code());
        assertEquals(first.code(), english.explainMistake(mistake()).code());
    }

    private static Throwable mistake() {
        return assertThrows(IllegalArgumentException.class, () -> Messages.of(Lang.ZH).say("x"));
    }

    @Test
    void aPlatformIsCalledByItsNameAndOneThatWasTypedByWhatWasTyped() {
        assertEquals("Pinduoduo", Messages.of(Lang.EN).platform("pinduoduo"));
        assertEquals("拼多多", Messages.of(Lang.ZH).platform("pinduoduo"));
        assertEquals("快手小店", Messages.of(Lang.EN).platform("快手小店"));
    }
}
