package org.pengjiang.project.investors;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** A number of a foreign register is one number, however it was typed or pasted. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class OneNumberTest {
    @Inject
    RemakeNumberKeys job;

    @Inject
    Encryptor encryptor;

    @BeforeEach
    void nobodyIsKnown() {
        Database.reset();
    }

    @Test
    void everySpellingOfANumberIsTheSameInvestor() {
        // Given
        enter("HK-7 ").then().log().ifValidationFails().statusCode(201);
        person("E1234").then().statusCode(201);
        enter("LEI", "549300fixture0000000").then().statusCode(201);
        enter("OTHER", "Ab 1\u20107").then().statusCode(201).body("idNo", equalTo("Ab1-7"));

        for (String spelled : List.of("HK-7", "\u3000HK-7", "HK-7\u00a0", "H\u200bK-7", "ＨＫ－７", "hk \u2013 7")) {
            // When
            Response again = enter(spelled);

            // Then
            again.then().statusCode(409).body("code", equalTo("INVESTOR_EXISTS"));
        }
        person("e1234").then().statusCode(409).body("code", equalTo("INVESTOR_EXISTS"));
        enter("LEI", "549300FIXTURE0000000").then().statusCode(409);
        enter("OTHER", "Ab1\u22127").then().statusCode(409);
        enter("OTHER", "AB1-7").then().statusCode(201);
        assertEquals(5, Log.count("SELECT count(*) FROM investor"));
    }

    @Test
    void numbersFromBeforeSpellingsWereOneAreFoundByTheirPlainSpelling() throws Exception {
        // Given
        enter("HK-1").then().statusCode(201);
        enter("HK-2").then().statusCode(201);
        person("E1234").then().statusCode(201);
        enter("LEI", "549300FIXTURE0000000").then().statusCode(201);
        leiAsStoredBefore("549300fixture0000000");
        asStoredBefore("HK-1", "ＨＫ－１");
        asStoredBefore("HK-2", "HK-2\u00a0");
        personAsStoredBefore("Ｅ1234");
        String etag = AProject.CAPTAIN.get("/v1/investors/" + id("ＨＫ－１")).header("ETag");
        enter("HK-2").then().log().ifValidationFails().statusCode(201);

        // When
        job.round();

        // Then
        enter("HK-1").then().statusCode(409).body("code", equalTo("INVESTOR_EXISTS"));
        enter("ＨＫ－１").then().statusCode(409);
        enter("HK-2").then().statusCode(409);
        person("E1234").then().statusCode(409);
        enter("LEI", "549300FIXTURE0000000").then().statusCode(409);
        assertEquals(etag, AProject.CAPTAIN.get("/v1/investors/" + id("ＨＫ－１")).header("ETag"));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM investor WHERE key_form = 2"),
                "the one whose number somebody else was entered with meanwhile");
        assertEquals(5, Log.count("SELECT count(*) FROM investor"));
    }

    /** In the form that knew one spelling of width, and none of case. */
    private void leiAsStoredBefore(String spelled) throws SQLException {
        update(
                "UPDATE investor SET id_no = ?, id_key = ?, key_form = 1 WHERE id_type = 'LEI'",
                spelled,
                encryptor.fingerprint("investor.id", "LEI:" + spelled));
    }

    private void asStoredBefore(String number, String spelled) throws SQLException {
        update(
                "UPDATE investor SET id_no = ?, id_key = ?, key_form = 0 WHERE id_no = ?",
                spelled,
                encryptor.fingerprint("investor.id", "HK_BR:" + spelled),
                number);
    }

    private void personAsStoredBefore(String spelled) throws SQLException {
        String id = id(null);
        update(
                "UPDATE investor SET id_sealed = ?, id_key = ?, key_form = 0 WHERE id = ?::uuid",
                encryptor.seal(
                        spelled.getBytes(StandardCharsets.UTF_8),
                        ("investor/" + id + "/id_no").getBytes(StandardCharsets.UTF_8)),
                encryptor.fingerprint("investor.id", "PASSPORT:" + spelled),
                id);
    }

    private static void update(String sql, Object... values) throws SQLException {
        try (var connection = Database.administer();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            assertEquals(1, update.executeUpdate());
        }
    }

    private static String id(String number) throws SQLException {
        try (var connection = Database.administer();
                var query = connection.prepareStatement("SELECT id FROM investor WHERE id_no IS NOT DISTINCT FROM ?")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static Response person(String number) {
        return AProject.CAPTAIN.post(
                "/v1/investors",
                Map.of("name", "Fictional Person", "country", "US", "idType", "PASSPORT", "idNo", number));
    }

    private static Response enter(String number) {
        return enter("HK_BR", number);
    }

    private static Response enter(String type, String number) {
        return AProject.CAPTAIN.post(
                "/v1/investors", Map.of("name", "范例有限公司", "country", "HK", "idType", type, "idNo", number));
    }
}
