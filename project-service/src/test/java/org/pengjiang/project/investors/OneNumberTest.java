package org.pengjiang.project.investors;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** A number of a foreign register is one number, however it was typed or pasted. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class OneNumberTest {
    @BeforeEach
    void nobodyIsKnown() {
        Database.reset();
    }

    @Test
    void everySpellingOfANumberIsTheSameInvestor() {
        // Given
        enter("HK-7 ").then().log().ifValidationFails().statusCode(201);

        for (String spelled : List.of("HK-7", "\u3000HK-7", "HK-7\u00a0", "H\u200bK-7", "ＨＫ－７")) {
            // When
            Response again = enter(spelled);

            // Then
            again.then().statusCode(409).body("code", equalTo("INVESTOR_EXISTS"));
        }
        assertEquals(1, Log.count("SELECT count(*) FROM investor"));
    }

    private static Response enter(String number) {
        return AProject.CAPTAIN.post(
                "/v1/investors", Map.of("name", "范例有限公司", "country", "HK", "idType", "HK_BR", "idNo", number));
    }
}
