package org.pengjiang.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Violations;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** A text of a body is read in the form in which it is stored, a key in its one spelling, and of a patch only what it names. */
class ReadingTextsTest {
    private static final Language ENGLISH = Language.of("en");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonBody body;

    ReadingTextsTest() {
        new StrictJson().customize(json);
        body = new JsonBody(json, Violations.inAnyLanguage());
    }

    record Place(
            @NotNull @KeyString(max = 5) String code,
            @Nullable @LongText(max = 20) String note) {}

    record Form(
            @NotNull @OneLine(max = 10) String name,
            @Nullable @KeyString(max = 5) String unit,
            @Nullable @KeyString(max = 5, asSent = true) String number,
            @Nullable List<@NotNull @KeyString(max = 5) String> codes,
            @Nullable Set<@NotNull @KeyString(max = 5) String> accounts,
            @Nullable List<@NotNull @OneLine(max = 10) String> words,
            @Nullable @Valid Place place) {}

    @Test
    void aKeyIsReadInItsOneSpellingWhereverItStands() {
        Form form = read("""
                {"name": "Ａ\\u200b1\\u00a0", "unit": "\\u3000Ａ\\u200b1", "number": "Ａ1 ", "codes": ["Ｂ1", "B\\u00ad2"],
                 "accounts": ["c\\u202d", "ｃ"], "words": ["Ｄ "], "place": {"code": "Ｅ", "note": "Ｆ\\r\\n"}}""");

        assertEquals(
                new Form("Ａ\u200b1", "A1", "Ａ1 ", List.of("B1", "B2"), Set.of("c"), List.of("Ｄ"), new Place("E", "Ｆ")),
                form);
    }

    @Test
    void aKeyWithNothingToSeeIsMissingAndItsLengthIsThatOfTheOneSpelling() {
        Form form = read("""
                {"name": "A", "unit": "\\u200b", "number": "\\u200b", "codes": ["\\u3164", "1234567"],
                 "place": {"code": "1\\u200b2\\u200b3\\u200b4\\u200b5"}}""");

        assertEquals(
                List.of("/codes/0 VALUE_MISSING", "/codes/1 VALUE_UNACCEPTABLE", "/unit VALUE_MISSING"),
                body.violations(form, ENGLISH).stream()
                        .map(fault -> fault.pointer() + " " + fault.code().name())
                        .toList());
    }

    record Coded(
            @Pattern(regexp = "[A-Z]{2}", message = "{such.as} CN") String country) {}

    @Test
    void aPatternIsRefusedWithAValueThatFits() {
        assertEquals(
                List.of("must be written like CN"),
                body.violations(new Coded("China"), ENGLISH).getFirst().arguments());
        assertEquals(
                List.of("须按此示例填写： CN"),
                body.violations(new Coded("China"), Language.of("zh-CN"))
                        .getFirst()
                        .arguments());
    }

    @Test
    void aPatchTouchesTheMembersItNamesAndNoOther() throws Exception {
        // Given: texts from before they had one form
        Form stored = new Form(
                "\u00a0old",
                "Ａ1",
                "Ａ1 ",
                List.of("Ｂ1"),
                Set.of("ｃ"),
                List.of("Ｄ\u00a0"),
                new Place("Ｅ", "a\r\nb\u00a0"));

        // When
        Form same = patch("{}").onto(stored);
        Form changed = patch("""
                {"words": [" Ｄ "], "codes": ["Ｂ2"], "place": {"code": "Ｆ1 "}}""").onto(stored);

        // Then
        assertEquals(stored, same);
        assertEquals(
                new Form(
                        "\u00a0old",
                        "Ａ1",
                        "Ａ1 ",
                        List.of("B2"),
                        Set.of("ｃ"),
                        List.of("Ｄ"),
                        new Place("F1", "a\r\nb\u00a0")),
                changed);
        DomainException refusal =
                assertThrows(DomainException.class, () -> patch("""
                        {"unit": " ", "place": {"note": "\\u0007"}}""").onto(stored));
        assertEquals(
                List.of("/place/note", "/unit"),
                refusal.faults().stream().map(Fault::pointer).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // overlong: "/" in two, three and four bytes, NUL and "A" in two
                "C0AF",
                "E080AF",
                "F08080AF",
                "C080",
                "C181",
                // half a surrogate pair, a whole pair in six bytes, beyond U+10FFFF, five bytes, cut off, nothing to
                // follow
                "EDA080",
                "EDA080EDB080",
                "F4908080",
                "F888808080",
                "E282",
                "F09F98",
                "80",
                "FF",
                "FE"
            })
    void bytesThatAreNoUtf8AreNoJson(String bytes) {
        byte[] wrong = HexFormat.of().parseHex(bytes);

        for (String place : List.of("{\"title\":\"字?\"}", "{\"title\":\"字?", "{\"字?\":1}", "{\"title\":1} ?", "?")) {
            assertMalformed(replaced(place, wrong, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16BE, D800",
        "UTF-16BE, DC00D800",
        "UTF-16LE, 00D8",
        "UTF-32BE, 00110000",
        "UTF-32LE, 00001100",
        "UTF-16BE, 00",
        "UTF-32BE, 000000"
    })
    void bytesThatAreNoOtherEncodingAreNoJson(String encoding, String bytes) {
        assertMalformed(replaced("{\"title\":\"字?", HexFormat.of().parseHex(bytes), Charset.forName(encoding)));
    }

    @Test
    void theBytesThatAreNoTextAreNamed() {
        DomainException refusal = assertMalformed(replaced(
                "{\"title\":\"x\",\n \"lines\":[1, \"字?\"]}", new byte[] {(byte) 0xC0}, StandardCharsets.UTF_8));

        assertEquals("/lines/1", refusal.faults().getFirst().pointer());
        assertEquals(2, refusal.members().get("line"));
    }

    @Test
    void aDoubledMemberAndALimitAreNamedWithTheirPlace() {
        assertEquals(
                "/place/code PROPERTY_DOUBLED []",
                onlyFault("{\"place\":{\"code\":\"A\",\"note\":\"B\",\"code\":\"A\"}}"));
        assertEquals("/name NUMBER_TOO_LONG [100]", onlyFault("{\"name\":" + "9".repeat(3000) + "}"));
        assertEquals("/words/0 NUMBER_TOO_LONG [100]", onlyFault("{\"words\":[-0." + "9".repeat(200) + "]}"));
        assertEquals(
                "/name" + "/0".repeat(49) + " NESTING_TOO_DEEP [50]",
                onlyFault("{\"name\":" + "[".repeat(51) + "]".repeat(51) + "}"));
        assertEquals(
                "/place NAME_TOO_LONG [200]", onlyFault("{\"place\":{\"code\":\"A\",\"" + "k".repeat(201) + "\":1}}"));
    }

    private String onlyFault(String text) {
        DomainException refusal = assertMalformed(text.getBytes(StandardCharsets.UTF_8));
        Fault fault = refusal.faults().getFirst();
        return fault.pointer() + " " + fault.code().name() + " " + fault.arguments();
    }

    private static byte[] replaced(String text, byte[] bytes, Charset encoding) {
        int place = text.indexOf('?');
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text.substring(0, place).getBytes(encoding));
        body.writeBytes(bytes);
        body.writeBytes(text.substring(place + 1).getBytes(encoding));
        return body.toByteArray();
    }

    private DomainException assertMalformed(byte[] bytes) {
        assertEquals(
                KitProblem.BODY_MALFORMED,
                assertThrows(DomainException.class, () -> body.readTree(bytes)).code());
        DomainException refusal =
                assertThrows(DomainException.class, () -> body.read(bytes, json.constructType(Form.class), ENGLISH));
        assertEquals(KitProblem.BODY_MALFORMED, refusal.code());
        return refusal;
    }

    private Form read(String text) {
        return (Form) body.read(text.getBytes(StandardCharsets.UTF_8), json.constructType(Form.class), ENGLISH);
    }

    private MergePatch patch(String text) throws Exception {
        return new MergePatch((ObjectNode) json.readTree(text), body, json, ENGLISH);
    }
}
