package org.pengjiang.appeal.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** What is asked before an appeal is filed: which category fits, and whether it was filed already. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class BeforeFilingTest {
    private static final String DUPLICATES = "/v1/appeals/duplicates/check";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aTextFindsItsCategoryWithTheTimeClassItWouldGet() {
        // When
        Response water = search("厂区從昨晚起停水，水压不足", null);
        Response urgent = search("工程款一直没有付，货款也拖欠", "URGENT");

        // Then
        water.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items[0].code", equalTo("A04"))
                .body("items[0].timeClass", equalTo("P3"))
                .body("items[0].terms", hasItem("停水"));
        urgent.then().body("items[0].code", equalTo("C04")).body("items[0].timeClass", equalTo("P1"));
        search("停电，贷款，发票，招工", null).then().body("items", hasSize(3));
        search("zzz", null).then().body("items", empty());
        Api.anonymous()
                .post("/v1/categories/search", Map.of("text", "停水"))
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsOpenOrSimilarIsNamedToWhoeverSeesIt() {
        // Given
        String open = AnAppeal.filed(AnAppeal.filing()).id;
        StoredAppeal.in("440703101")
                .with("no", "A-440703-2026-8001")
                .of(Known.ENTERPRISE)
                .closed()
                .saying("与此无关的另一件事")
                .stored();
        String similar = StoredAppeal.in("440703101")
                .with("no", "A-440703-2026-8002")
                .of(Known.ENTERPRISE)
                .closed()
                .with("title", "厂区停水")
                .with("description", "厂区自来水压力不足，影响生产（虚构）。")
                .stored()
                .toString();
        StoredAppeal.in("440703101")
                .with("no", "A-440703-2026-8003")
                .of(Known.ENTERPRISE)
                .with("received_at", OffsetDateTime.parse("2026-06-01T09:00:00Z"))
                .stored();
        StoredAppeal.in("440703101")
                .with("no", "A-440703-2026-8004")
                .of(Known.ENTERPRISE)
                .with("category", "A05")
                .stored();
        StoredAppeal.in("440703101")
                .with("no", "A-440703-2026-8005")
                .of(StoredAppeal.ENTERPRISE_2)
                .stored();
        Map<String, Object> said = said();

        // When
        Response own = AnAppeal.ENTERPRISE.post(DUPLICATES, said);
        said.put("enterprise", Known.ENTERPRISE);
        Response ofOffice = AnAppeal.DISPATCHER.post(DUPLICATES, said);
        Response elsewhere = Api.as("other-district-clerk").post(DUPLICATES, said);
        Response ofOther = AnAppeal.OTHER_ENTERPRISE.post(DUPLICATES, said);

        // Then
        own.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("items.id", hasSize(2))
                .body("items.id", hasItem(open))
                .body("items.id", hasItem(similar))
                .body("items.similarity", contains(100, 100));
        ofOffice.then().body("items", hasSize(2));
        elsewhere.then().statusCode(200).body("items", empty());
        ofOther.then().statusCode(403).body("code", equalTo("ENTERPRISE_NOT_OWN"));
        AnAppeal.DISPATCHER
                .post(DUPLICATES, said())
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("ENTERPRISE_MISSING"));
    }

    private static Map<String, Object> said() {
        Map<String, Object> said = new HashMap<>();
        said.put("title", "厂区停水");
        said.put("description", "厂区自来水压力不足，影响生产（虚构）。");
        said.put("category", "A04");
        return said;
    }

    private static Response search(String text, String urgency) {
        Map<String, Object> said = new HashMap<>(Map.of("text", text));
        if (urgency != null) {
            said.put("urgency", urgency);
        }
        return AnAppeal.ENTERPRISE.post("/v1/categories/search", said);
    }
}
