package org.pengjiang.appeal.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** A partner's number is one number, however it was padded or pasted. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class NumbersOfPartnersTest {
    private static final String MIGRATION = "/db/migration/V042__one_spelling_of_external_numbers.sql";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void everySpellingOfANumberIsTheSameAppeal() {
        // Given
        Response first = file("12345", "A-1");
        first.then().statusCode(201).body("externalId", equalTo("A-1"));

        // When
        for (String spelled : List.of("A-1 ", "\u3000A-1", "A-1\u00a0", "A\u200b-1", "\u202dA-1\u202c", "Ａ－１")) {
            // Then
            file("12345", spelled).then().statusCode(200).body("id", equalTo(first.path("id")));
        }
        file(" １２３４５\u3000", "A-1").then().statusCode(200).body("id", equalTo(first.path("id")));
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
        file("12345", "a-1").then().statusCode(201);
    }

    @Test
    void aNumberWithNothingToSeeIsNone() {
        for (String nothing : List.of(" ", "\u3000\u00a0", "\u200b")) {
            file("12345", nothing).then().statusCode(422).body("errors.code", hasItem("EXTERNAL_ID_INCOMPLETE"));
        }
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
    }

    @Test
    void whatWasFiledInOtherSpellingsBeforeIsFoundByTheirOneSpellingAndWhatIsTakenStays() throws Exception {
        // Given
        UUID padded = stored("A-1 ");
        UUID ideographic = stored("A-2\u3000");
        UUID wide = stored("Ａ－３");
        UUID plain = stored("A-4");
        UUID another = stored("A-4\u00a0");
        UUID invisible = stored("\u200bA-5");

        // When
        migrate();
        migrate();

        // Then
        assertEquals("A-1", number(padded));
        assertEquals("A-2", number(ideographic));
        assertEquals("A-3", number(wide));
        assertEquals("A-4", number(plain));
        assertEquals("A-4\u00a0", number(another));
        assertEquals("A-5", number(invisible));
        assertEquals(padded.toString(), file("12345", "A-1").path("id"));
        assertEquals(plain.toString(), file("12345", "A-4").path("id"));
        assertEquals(plain.toString(), file("12345", "A-4 ").path("id"));
        assertEquals(another.toString(), file("12345", "A-4\u00a0").path("id"));
        assertEquals(6, Log.count("SELECT count(*) FROM appeal"));
    }

    private static Response file(String system, String number) {
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", system);
        filing.put("externalId", number);
        return AnAppeal.PARTNER.post("/v1/appeals", filing);
    }

    private static UUID stored(String number) {
        return StoredAppeal.in("440703101")
                .of(Known.ENTERPRISE)
                .with("source", "PARTNER")
                .with("submitted_by", Persona.named("city-platform").subject())
                .with("source_system", "12345")
                .with("external_id", number)
                .stored();
    }

    private static void migrate() throws SQLException, IOException {
        String sql = new String(
                Objects.requireNonNull(NumbersOfPartnersTest.class.getResourceAsStream(MIGRATION))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String number(UUID appeal) throws SQLException {
        try (Connection connection = Database.administer();
                var query = connection.prepareStatement("SELECT external_id FROM appeal WHERE id = ?")) {
            query.setObject(1, appeal);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
