package org.pengjiang.kit.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.problem.DomainException;

/** What is written in several ways is searched by one key. */
class SearchKeyTest {
    private static final long SEED = Long.getLong("search.seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource({
        "ABC, ＡＢＣ",
        "abc, ＡBC",
        "停电, 停電",
        "软件著作权, 軟件著作權",
        "跟着发展, 跟著發展",
        "(虚构), （虛構）",
        "A4纸, a4 纸",
        "50%_, ５０％＿",
        "Café, CAFE",
        "straße, STRASSE",
        "二〇二六, 二 〇 二 六",
        "㎡, m2",
        "ΣΑΣ, σας",
        "豈, 岂",
        "ｶﾞ, ガ",
        "𠮷野, 𠮷 野"
    })
    void twoWaysToWriteOneThingHaveOneKey(String one, String other) {
        assertEquals(SearchKey.of(one), SearchKey.of(other));
        assertTrue(!SearchKey.of(one).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"停电, 停水", "A1, A2", "甲乙, 乙甲"})
    void twoThingsHaveTwo(String one, String other) {
        assertTrue(!SearchKey.of(one).equals(SearchKey.of(other)));
    }

    @Test
    void breaksAndMarksAreNoPartOfIt() {
        assertEquals("停电a1", SearchKey.of("停\r\n电，\u200b\u00adA-\u30001️⃣！"));
        assertEquals("", SearchKey.of("（）%_ \ud800 🙂"));
    }

    @Test
    void thePartOfATextHasAPartOfItsKey() {
        System.out.println("search.seed=" + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            int[] text = random.ints(1 + random.nextInt(30), 0, 4)
                    .map(kind -> switch (kind) {
                        case 0 -> 0x4e00 + random.nextInt(0x5200);
                        case 1 -> random.nextInt(0x3100);
                        case 2 -> 0xf900 + random.nextInt(0x700);
                        default -> random.nextInt(Character.MAX_CODE_POINT + 1);
                    })
                    .toArray();
            int from = random.nextInt(text.length);
            int length = 1 + random.nextInt(text.length - from);
            String whole = new String(text, 0, text.length);
            String part = new String(text, from, length);
            assertTrue(SearchKey.of(whole).contains(SearchKey.of(part)), () -> part + " of " + whole);
            assertEquals(SearchKey.of(whole), SearchKey.of(SearchKey.of(whole)), whole);
        }
    }

    @Test
    void pairsAreNumbersOfTwoCodePoints() {
        assertArrayEquals(new long[] {0x505cL << 21 | 0x7535}, SearchKey.pairs("停电"));
        assertArrayEquals(new long[] {0x61L << 21 | 0x61}, SearchKey.pairs("aaa"));
        assertArrayEquals(new long[] {}, SearchKey.pairs("电"));
    }

    @Test
    void blanksPartWordsAndAFullNumberIsKnown() {
        assertEquals(List.of("漏水", "投产"), words("漏水\u3000 投产，").keys());
        assertEquals(
                Optional.of("A-440703-2026-0001"), words("ａ－440703－2026-0001").number("A"));
        assertEquals(
                Optional.of("A-440703-2026-123456"),
                words("A 440703 2026 123456").number("A"));
        assertEquals(Optional.empty(), words("A-440703-2026-0001").number("P"));
        assertEquals(Optional.empty(), words("A-440703-2026").number("A"));
        assertEquals(Optional.empty(), words("A-440703-2026-0001").number(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"电", "（）", "%_", "🙂🙂", "电 水"})
    void twoCharactersAreTheLeast(String typed) {
        assertThrows(DomainException.class, () -> SearchWords.of("q", typed, false));
    }

    @Test
    void oneCharacterIsEnoughBesideSomethingElse() {
        assertEquals(List.of("电"), SearchWords.of("q", "電", true).orElseThrow().keys());
        assertEquals(List.of("电", "停水"), words("電 停水").keys());
        assertThrows(DomainException.class, () -> SearchWords.of("q", "！", true));
    }

    private static SearchWords words(String typed) {
        return SearchWords.of("q", typed, false).orElseThrow();
    }
}
