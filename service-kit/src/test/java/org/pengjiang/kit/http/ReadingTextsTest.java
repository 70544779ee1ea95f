package org.pengjiang.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
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

    private Form read(String text) {
        return (Form) body.read(text.getBytes(StandardCharsets.UTF_8), json.constructType(Form.class), ENGLISH);
    }

    private MergePatch patch(String text) throws Exception {
        return new MergePatch((ObjectNode) json.readTree(text), body, json, ENGLISH);
    }
}
