package org.pengjiang.kit.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the kit speaks both languages. */
class KitTextsTest {
    @ParameterizedTest
    @EnumSource(KitProblem.class)
    void everyCodeHasItsTextsInBothLanguages(KitProblem code) {
        // as many as the longest text takes
        List<Object> arguments = List.of("1000", "2", "3", "4");

        assertNotEquals(code.name(), ProblemTexts.title(code, Language.ENGLISH));
        assertNotEquals(ProblemTexts.title(code, Language.ENGLISH), ProblemTexts.title(code, Language.CHINESE));
        for (Language language : Language.values()) {
            String detail = ProblemTexts.detail(code, arguments, language);
            assertFalse(detail.isBlank() || detail.contains("{"), detail);
        }
    }
}
