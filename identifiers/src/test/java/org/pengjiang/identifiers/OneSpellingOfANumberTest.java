package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneSpellingOfANumberTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void capitalsAndSmallLettersMakeNoOtherNumber(IdType type) {
        assertEquals("E12345678", type.oneSpelling("e12345678"));
        assertEquals("E12345678", type.oneSpelling(" \uff251234 5678\u3000"));
    }

    @Test
    void aRegisterThatIsNotKnownMayTellCapitalsFromSmallLetters() {
        assertEquals("Ab-1", IdType.OTHER.oneSpelling("Ab-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u20101",
                "A\u20111",
                "A\u20121",
                "A\u20131",
                "A\u20141",
                "A\u20151",
                "A\u22121",
                "A \u00a0-\t1"
            })
    void blanksAndKindsOfHyphensMakeNoOtherNumber(String spelled) {
        assertEquals("A-1", IdType.OTHER.oneSpelling(spelled));
        assertEquals("A-1", IdType.LEI.oneSpelling(IdType.LEI.oneSpelling(spelled)));
    }
}
