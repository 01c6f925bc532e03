package packwitness.dossier.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import packwitness.dossier.paper.Addressee;
import packwitness.value.Lang;

class CaseLawTest {
    private static boolean reads(Addressee reader, Lang lang, String rule) {
        return CaseWords.in(lang).list("law.reasons." + reader).stream()
                .anyMatch(rules -> CaseLaw.names(rules, rule));
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void eachReaderGetsTheGroundThatMattersToHim(Lang lang) {
        assertTrue(reads(Addressee.COURT, lang, "R-RESTITUTION"));
        assertTrue(reads(Addressee.COURT, lang, "R-RESCISSION"));
        assertTrue(reads(Addressee.POLICE, lang, "R-ADMIN"));
        assertTrue(reads(Addressee.POLICE, lang, "R-CRIME"));
        assertTrue(reads(Addressee.PLATFORM, lang, "R-PLATFORM-AUTO"));
    }

    /** Such advice stands on the owner's screen. */
    @ParameterizedTest
    @EnumSource(Lang.class)
    void courtReadsNoAdviceToThePlaintiff(Lang lang) {
        assertFalse(reads(Addressee.COURT, lang, "R-RESCISSION-ARGUABLE"));
        assertFalse(reads(Addressee.COURT, lang, "R-RESCISSION-LAPSED"));
    }

    @Test
    void bothLanguagesNameTheSameRules() {
        for (Addressee reader : Addressee.values())
            assertEquals(
                    CaseWords.in(Lang.ZH).list("law.reasons." + reader),
                    CaseWords.in(Lang.EN).list("law.reasons." + reader));
    }
}
