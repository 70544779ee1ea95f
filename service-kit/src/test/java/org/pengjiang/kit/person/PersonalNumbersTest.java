package org.pengjiang.kit.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812341234",
                "请联系13812341234。",
                "+8613812341234",
                "0086 138 1234 1234",
                "86-13812341234",
                "（+86）138-1234-1234",
                "138 1234 1234",
                "138-1234-1234",
                "138.1234.1234",
                "138－1234－1234",
                "138　1234　1234",
                "１３８１２３４１２３４",
                "1\u200B3812341234",
                "\u202D13812341234\u202C",
                "1 3 8 1 2 3 4 1 2 3 4",
                "0750-8222228 或 13812341234",
                "2026-11-30 13812341234",
                "请联系13812341234万经理",
                "13812341234 万先生",
                "请打13812341234元旦前",
                "13812341234度假村",
                "身份证440703199001011234",
                "44070319900101123X",
                "440703 19900101 123x",
                "４４０７０３１９９００１０１１２３Ｘ"
            })
    void aNumberOfAPersonIsFoundHoweverItIsWritten(String text) {
        assertTrue(PersonalNumbers.standIn(text));
        assertFalse(PersonalNumbers.standIn(PersonalNumbers.mask(text)), PersonalNumbers.mask(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0750-8222228",
                "0750-8222228转123",
                "12345",
                "400-123-4567",
                "江府办函〔2024〕37号",
                "2020-440703-38-03-012345",
                "2103-130702-04-01-123456",
                "91440703MA00000077",
                "P-440703-2026-0005",
                "A-440703-2026-000123",
                "投资13800000000元",
                "¥13800000000.00",
                "13800000000 元",
                "占地15000000000平方米",
                "2026-11-30 17:30",
                "2026-03-15 2026-04-15",
                "15 3 2026-11-30",
                "1.3812341234",
                "1381234123",
                "138123412345"
            })
    void whatIsNoNumberOfAPersonPasses(String text) {
        assertFalse(PersonalNumbers.standIn(text));
        assertEquals(text, PersonalNumbers.mask(text));
    }

    @ParameterizedTest
    @CsvSource({
        "电话 138 1234 1234 谢谢, 电话 138****1234 谢谢",
        "电话13812341234或13912345678。, 电话138****1234或139****5678。",
        "身份证44070319900101123X，完, 身份证440***********123X，完"
    })
    void theRestOfTheTextStaysAsItIs(String text, String masked) {
        assertEquals(masked, PersonalNumbers.mask(text));
    }

    @Test
    void anyMobileIsFoundInAnyTextAndAnyGrouping() {
        System.out.println("test.seed=" + SEED);
        Random random = new Random(SEED);
        List<String> around = List.of("", "请致电", "，", "\n", "Tel: ", "😀", "联系人（范例甲）");
        List<String> between = List.of("", " ", "-", "　", "\u200B", " -", ".");
        for (int i = 0; i < 20_000; i++) {
            String digits = "1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000));
            String first = between.get(random.nextInt(between.size()));
            String second = first.isEmpty() ? "" : between.get(1 + random.nextInt(between.size() - 1));
            String country = random.nextInt(3) == 0 ? "+86 " : "";
            String number =
                    country + digits.substring(0, 3) + first + digits.substring(3, 7) + second + digits.substring(7);
            String before = around.get(random.nextInt(around.size()));
            String behind = "，" + around.get(random.nextInt(around.size()));
            String shown = country.isEmpty() ? digits.substring(0, 3) + "****" : "86" + digits.charAt(0) + "******";

            assertTrue(PersonalNumbers.standIn(before + number + behind), before + number + behind);
            assertEquals(before + shown + digits.substring(7) + behind, PersonalNumbers.mask(before + number + behind));
        }
    }
}
