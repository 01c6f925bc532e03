package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.storage.StorageProblem;
import packwitness.value.Lang;

import java.io.IOException;
import java.util.TreeSet;

class ProblemCodesTest {
    @Test
    void codeThatWasShownLeadsBackToItsSentences() {
        String code = Messages.code(StorageProblem.NOT_WRITABLE);
        Explanation zh =
                ProblemCodes.find(" " + code.toLowerCase(java.util.Locale.ROOT) + " ", Lang.ZH)
                        .orElseThrow();
        assertEquals(code, zh.code());
        assertTrue(zh.what().contains("…"), zh.what());
        assertTrue(ProblemCodes.find("PW-STORAGE-0000", Lang.EN).isEmpty());
    }

    @Test
    void everyRoomWithSentencesIsSearched() throws IOException {
        assertEquals(Bundles.rooms(), new TreeSet<>(ProblemCodes.ROOMS));
    }
}
