package org.pengjiang.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.identifiers.Cases.refused;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAPhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "１３８１２３４１２３４, +8613812341234",
        "＋８６　１３８－１２３４－１２３４, +8613812341234",
        "（0750）8222228, +867508222228",
        "138–1234–1234, +8613812341234",
        "0750-8222228转123, +867508222228;ext=123",
        "0750-8222228 分机 123, +867508222228;ext=123",
        "０７５０－８２２２２２８转１２３, +867508222228;ext=123",
        "0750-8222228 ext. 123, +867508222228;ext=123"
    })
    void readsWhatPeoplePaste(String raw, String value) {
        assertEquals(value, PhoneNumber.parse(raw).value());
        for (String mark : new String[] {"\u202D", "\u200E", "\u200B", "\u2060", "\uFEFF"}) {
            assertEquals(
                    value,
                    PhoneNumber.parse(mark + raw.substring(0, 2) + mark + raw.substring(2) + mark)
                            .value());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13812341234, +8613812341234, MOBILE, 138****1234",
        "+8613812341234, +8613812341234, MOBILE, 138****1234",
        "+86 138 1234 1234, +8613812341234, MOBILE, 138****1234",
        "008613812341234, +8613812341234, MOBILE, 138****1234",
        "0086-138-1234-1234, +8613812341234, MOBILE, 138****1234",
        "16212341234, +8616212341234, MOBILE, 162****1234",
        "16512341234, +8616512341234, MOBILE, 165****1234",
        "19212341234, +8619212341234, MOBILE, 192****1234",
        "15412341234, +8615412341234, MOBILE, 154****1234",
        "17908001659, +8617908001659, MOBILE, 179****1659",
        "179 8500 2866, +8617985002866, MOBILE, 179****2866",
        "0750-8222228, +867508222228, LANDLINE, 0750*****28",
        "07508222228, +867508222228, LANDLINE, 0750*****28",
        "(0750) 8222228, +867508222228, LANDLINE, 0750*****28",
        "+86 750 8222228, +867508222228, LANDLINE, 0750*****28",
        "020-12345678, +862012345678, LANDLINE, 020******78",
        "400-123-4567, +864001234567, SERVICE, 400*****67",
        "4001234567, +864001234567, SERVICE, 400*****67",
        "8008301234, +868008301234, SERVICE, 800*****34",
        "+852 21234567, +85221234567, LANDLINE, +852******67",
        "+85291234567, +85291234567, MOBILE, +852******67",
        "0085291234567, +85291234567, MOBILE, +852******67",
        "+85366123456, +85366123456, MOBILE, +853******56",
        "+85328123456, +85328123456, OTHER, +853******56",
        "+886 912345678, +886912345678, MOBILE, +886*******78",
        "+886 2 23456789, +886223456789, LANDLINE, +886*******89",
        "+1 415-555-2671, +14155552671, OTHER, +1********71",
    })
    void readsWhatPeopleWrite(String raw, String e164, PhoneNumber.Kind kind, String masked) {
        // When
        PhoneNumber number = PhoneNumber.parse(raw);

        // Then
        assertEquals(e164, number.e164());
        assertEquals(e164, number.value());
        assertEquals(kind, number.kind());
        assertEquals(masked, number.masked());
        assertEquals(number, PhoneNumber.parse(number.value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0750-8222228-123", "07508222228-123", "+867508222228;ext=123"})
    void keepsAnExtensionApart(String raw) {
        // When
        PhoneNumber number = PhoneNumber.parse(raw);

        // Then
        assertEquals("+867508222228", number.e164());
        assertEquals(Optional.of("123"), number.extension());
        assertEquals("+867508222228;ext=123", number.value());
        assertEquals("0750*****28", number.masked());
        assertEquals(number, PhoneNumber.parse(number.value()));
        assertNotEquals(number, PhoneNumber.parse("0750-8222228"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8222228",
                "110",
                "12345",
                "1381234123",
                "138123412345",
                "12812341234",
                "0750-82222",
                "91234567",
                "+852 1234567",
                "+999 12345678",
                "---",
                "0750-8222228-1234567"
            })
    void refusesNumbersThatDoNotExist(String raw) {
        refused("PHONE_NUMBER", () -> PhoneNumber.parse(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "1-800-FLOWERS",
                "Tel 13812341234",
                "13812341234 / 13912341234",
                "一三八一二三四一二三四",
                "①3812341234",
                "13812341234;ext=",
                "13812341234;isub=1",
                "+86+13812341234",
                "1381234123400000000000000000000000000000000000000000"
            })
    void refusesWhatIsNoWayToWriteOne(String raw) {
        refused("PHONE_SHAPE", () -> PhoneNumber.parse(raw));
    }

    @Test
    void neverTellsItselfByAccident() {
        // When
        PhoneNumber number = PhoneNumber.parse("13812341234");
        InvalidIdentifier refusal = assertThrows(InvalidIdentifier.class, () -> PhoneNumber.parse("138123412345"));

        // Then
        assertEquals("138****1234", "" + number);
        assertFalse(refusal.toString().contains("1381234"));
        assertFalse(refusal.detailZh().contains("1381234"));
    }

    @Test
    void takesEveryMobileShapeWhateverTheTableOfRangesKnows() {
        Random random = Cases.seeded("mobiles");
        for (int i = 0; i < 20_000; i++) {
            // Given every third in the range that is also dialled before calls abroad
            String mobile = i % 3 == 0
                    ? "179" + Cases.digits(random, 2) + "00" + Cases.digits(random, 4)
                    : "1" + (3 + random.nextInt(7)) + Cases.digits(random, 9);

            // When
            PhoneNumber number = PhoneNumber.parse(mobile);

            // Then
            assertEquals("+86" + mobile, number.e164());
            assertEquals(PhoneNumber.Kind.MOBILE, number.kind());
            assertEquals(mobile.substring(0, 3) + "****" + mobile.substring(7), number.masked());
        }
    }

    @Test
    void aStoredMobileIsReadWithoutTheTablesAndMeansTheSame() {
        Random random = Cases.seeded("stored mobiles");
        for (int prefix = 1300; prefix < 2000; prefix++) {
            for (int i = 0; i < 20; i++) {
                String stored = "+86" + prefix + Cases.digits(random, 7);

                PhoneNumber read = PhoneNumber.parse(stored);
                PhoneNumber byTables = PhoneNumber.parseByTables(stored);

                assertEquals(byTables, read);
                assertEquals(byTables.kind(), read.kind(), stored);
                assertEquals(byTables.masked(), read.masked());
            }
        }
    }

    @Test
    void hidesAtLeastFourDigitsOfAnyNumberAndReadsItsOwnFormAgain() {
        Random random = Cases.seeded("masks");
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            // Given
            String raw = "+" + (1 + random.nextInt(999)) + Cases.digits(random, 5 + random.nextInt(8));
            try {
                // When
                PhoneNumber number = PhoneNumber.parse(raw);

                // Then
                read++;
                assertTrue(number.masked().chars().filter(c -> c == '*').count() >= 4, number::masked);
                assertEquals(number, PhoneNumber.parse(number.value()));
            } catch (InvalidIdentifier refused) {
                assertTrue(refused.code().startsWith("PHONE_"));
            }
        }
        assertTrue(read > 500, "only " + read + " numbers were read");
    }

    @Test
    void answersAnyTextWithAValueOrARefusal() {
        Cases.neverFailsOtherwise(
                Cases.seeded("any text as a phone number"),
                r -> "0750-8" + Cases.digits(r, 6) + "-12",
                PhoneNumber::parse);
    }
}
