package org.pengjiang.appeal.casefile;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.pengjiang.appeal.testsupport.AnAppeal.CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.ENTERPRISE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** The person behind an appeal asks to be forgotten. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ErasingContactsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, String> ASKED = Map.of("reason", "联系人书面申请删除（虚构）");

    @Inject
    DataKeys keys;

    @Inject
    Encryptor encryptor;

    @Inject
    Instance<PeriodicJob> jobs;

    @Inject
    Appeals appeals;

    @Inject
    ContactVault safe;

    @ConfigProperty(name = "suite.crypto.keys")
    String ring;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aContactLiesUnderADataKeyOfItsAppeal() {
        // When
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // Then
        assertEquals(
                List.of("appeal/" + appeal.id),
                Rows.texts("SELECT k.owner FROM data_key k JOIN appeal a ON k.id = data_key_of(a.contact_sealed)"));
        appeal.read().then().body("contact.phone", equalTo("138****1234")).body("contactErased", equalTo(false));
        list().body("items[0].contact.phone", equalTo("138****1234"));
    }

    @Test
    void anErasedContactIsReadByNobodyAndTheChainIsWhole() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        CLERK.get(appeal.path() + "/contact").then().statusCode(200);
        String before =
                Rows.texts("SELECT encode(contact_sealed, 'hex') FROM appeal").getFirst();
        String etag = appeal.etag();

        // When
        Response erased = appeal.does(SUPERVISOR, "contact/erase", ASKED);

        // Then
        erased.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("contact", nullValue())
                .body("contactErased", equalTo(true));
        assertNotEquals(etag, erased.header("ETag"), "what the enterprise sees has changed");
        for (Api reader : List.of(CLERK, ENTERPRISE)) {
            reader.get(appeal.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
            reader.get(appeal.path()).then().statusCode(200).body("contactErased", equalTo(true));
        }
        list().body("items[0].contact", nullValue());
        assertNull(Rows.texts("SELECT encode(contact_key, 'hex') FROM appeal").getFirst(), "no search finds it");
        Rows.execute("UPDATE appeal SET contact_sealed = '\\x" + before + "'");
        CLERK.get(appeal.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
        assertEquals(List.of(ASKED.get("reason")), Rows.texts("SELECT reason FROM data_key WHERE key_sealed IS NULL"));
        Api.as("auditor")
                .get("/v1/admin/audit/verify?subject=" + appeal.id)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("intact", equalTo(true));
        Api.as("supervisor")
                .get(appeal.path() + "/timeline")
                .then()
                .body("items.type", hasItem("appeal.contact-erased.v1"));
    }

    @Test
    void erasingAgainChangesNothing() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(SUPERVISOR, "contact/erase", ASKED).then().statusCode(200);
        String etag = appeal.etag();
        long rows = Rows.number("SELECT count(*) FROM event_log");

        // When
        Response again = appeal.does(SUPERVISOR, "contact/erase", ASKED);

        // Then
        again.then().statusCode(200).body("contactErased", equalTo(true));
        assertEquals(etag, again.header("ETag"));
        assertEquals(rows, Rows.number("SELECT count(*) FROM event_log"));
    }

    @Test
    void theAppealGoesOnWithoutIt() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(SUPERVISOR, "contact/erase", ASKED).then().statusCode(200);

        // When
        Response signed = appeal.does(CLERK, "sign", null);

        // Then
        signed.then().statusCode(200).body("contactErased", equalTo(true));
    }

    @Test
    void whoMayEraseAndWhatTheyHaveToSay() {
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        for (Api other : List.of(ENTERPRISE, CLERK, AnAppeal.DISPATCHER, Api.as("admin"))) {
            other.post(appeal.path() + "/contact/erase", ASKED, appeal.etag())
                    .then()
                    .statusCode(403);
        }
        appeal.does(SUPERVISOR, "contact/erase", Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        appeal.does(SUPERVISOR, "contact/erase", Map.of("reason", "13812341234 asks for it"))
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors[0].pointer", equalTo("/reason"));
        SUPERVISOR.post(appeal.path() + "/contact/erase", ASKED).then().statusCode(428);
        assertEquals(0, Rows.number("SELECT count(*) FROM data_key WHERE key_sealed IS NULL"));
    }

    @Test
    void aContactOfTheReleaseBeforeIsReadAndErased() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        byte[] stored = asTheReleaseBeforeSealedIt(appeal);
        Rows.execute("UPDATE appeal SET contact_sealed = '\\x" + HexFormat.of().formatHex(stored) + "'");
        CLERK.get(appeal.path() + "/contact").then().statusCode(200).body("phone", equalTo("+8613812341234"));
        list().body("items[0].contact.phone", equalTo("138****1234"));

        // When
        appeal.does(SUPERVISOR, "contact/erase", ASKED).then().statusCode(200);

        // Then
        CLERK.get(appeal.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
        assertEquals(17, Rows.number("SELECT length(contact_sealed) FROM appeal"));
    }

    /** The table of appeals alone is restored: its log and its data keys are those of today. */
    @Test
    void aContactThatComesBackUnderTheRingIsErasedAgain() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        byte[] stored = asTheReleaseBeforeSealedIt(appeal);
        String fingerprint =
                Rows.texts("SELECT encode(contact_key, 'hex') FROM appeal").getFirst();
        appeal.does(SUPERVISOR, "contact/erase", ASKED).then().statusCode(200);
        String remnant =
                Rows.texts("SELECT encode(contact_sealed, 'hex') FROM appeal").getFirst();
        Rows.execute("UPDATE appeal SET contact_key = '\\x%s', contact_sealed = '\\x%s'"
                .formatted(fingerprint, HexFormat.of().formatHex(stored)));

        // When
        for (PeriodicJob job : jobs) {
            if (List.of("key-rotation", "erasures").contains(job.name())) {
                job.round();
            }
        }

        // Then
        assertEquals(
                List.of(remnant + " "),
                Rows.texts(
                        "SELECT encode(contact_sealed, 'hex') || ' ' || coalesce(encode(contact_key, 'hex'), '') FROM appeal"));
        CLERK.get(appeal.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
    }

    /** What its person says later is no copy of before. */
    @Test
    void anotherContactThatIsNamedLaterStays() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(SUPERVISOR, "contact/erase", ASKED).then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> {
            Appeal found = appeals.findById(UUID.fromString(appeal.id));
            safe.keep(found, new Contact("范例乙", PhoneNumber.parse("13800000000"), null));
        });

        // When
        for (PeriodicJob job : jobs) {
            if (job.name().equals("erasures")) {
                job.round();
            }
        }

        // Then
        CLERK.get(appeal.path() + "/contact").then().statusCode(200).body("name", equalTo("范例乙"));
    }

    private byte[] asTheReleaseBeforeSealedIt(AnAppeal appeal) {
        byte[] context = ("appeal/" + appeal.id + "/contact").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = HexFormat.of()
                .parseHex(Rows.texts("SELECT encode(contact_sealed, 'hex') FROM appeal")
                        .getFirst());
        byte[] plain = keys.open(keys.withKey(sealed), context).orElseThrow();
        String[] key = ring.split(":");
        byte[] secret = Base64.getDecoder().decode(key[1]);
        byte[] stored = new Encryptor(Map.of(key[0], secret), secret, true).seal(plain, context);
        assertEquals(encryptor.currentKey(), Encryptor.keyOf(stored).orElseThrow());
        return stored;
    }

    private static io.restassured.response.ValidatableResponse list() {
        return SUPERVISOR.get("/v1/appeals").then().statusCode(200);
    }
}
