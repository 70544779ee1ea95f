package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneSpellingOfAKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1",
                "A-1 ",
                "\tA-1\n",
                "A-1\u3000",
                "\u00a0A-1\u202f",
                "\u2007A-1\u2029",
                "\u200bA-1\u200b",
                "A\u200d-\u2060" + "1",
                "\u202dA-1\u202c",
                "\ufeffA-1",
                "A\u00ad-1",
                "A-1\u061c",
                "A\u00ad-1\ufe0f",
                "\u3164A\u034f-\u28001\uffa0",
                "\u200e \u3000A-1 \u200f ",
                "A\u17b4-\u17b51\ufff9\ufffb",
                "A-1\udb40\udc41\udb40\udc00",
                "\uff21\uff0d\uff11"
            })
    void blanksAroundMarksWithinAndWidthMakeNoOtherKey(String spelled) {
        assertEquals("A-1", KeyText.of(spelled));
    }

    @Test
    void whatOneSeesStaysDifferent() {
        assertEquals("a-1", KeyText.of("a-1"));
        assertEquals("A 1", KeyText.of("A 1"));
        assertEquals("\u8303\u4f8b\u30142026\u30151\u53f7", KeyText.of(" \u8303\u4f8b\u30142026\u30151\u53f7\u3000"));
        assertEquals("", KeyText.of("\u3000\u200b\u00a0"));
    }

    @Test
    void aKeyReadAgainIsTheSameKey() {
        assertEquals("\u00e9", KeyText.of("e\u200d\u0301"));
        assertEquals("\u00e9", KeyText.of(KeyText.of("e\u200d\u0301")));
    }

    @Test
    void trimmingLeavesTheWidthOfLetters() {
        assertEquals("\uff21\uff0d\uff11", KeyText.trimmed("\u3000\uff21\uff0d\uff11\u200b "));
    }

    @Test
    void aLongRunOfBlanksWithinIsReadOnce() {
        String blanks = " ".repeat(2_000_000);

        assertEquals(2_000_002, KeyText.trimmed("A" + blanks + "B").length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"440703\u00a0", "\u3000440703", "4407\u200b03", "\u202d440703\u202c"})
    void aCodeIsReadWithoutThemToo(String spelled) {
        assertEquals("440703", DivisionCode.parse(spelled).value());
    }
}
