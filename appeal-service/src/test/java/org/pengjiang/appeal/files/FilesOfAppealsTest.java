package org.pengjiang.appeal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.AnAppeal.CLERK;
import static org.pengjiang.appeal.testsupport.AnAppeal.DISPATCHER;
import static org.pengjiang.appeal.testsupport.AnAppeal.ENTERPRISE;
import static org.pengjiang.appeal.testsupport.AnAppeal.HEAD;
import static org.pengjiang.appeal.testsupport.AnAppeal.OTHER_ENTERPRISE;
import static org.pengjiang.appeal.testsupport.AnAppeal.PARTNER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** Files of appeals, messages and replies: whoever reads the text reads its files, outsiders without what a camera has noted. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class FilesOfAppealsTest {
    private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aMessageOfTheEnterpriseBringsItsFilesInTheirOrder() throws IOException {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        byte[] photo = photo();
        byte[] pdf = pdf();
        String plan = upload(ENTERPRISE, "plan.pdf", pdf);
        String picture = upload(ENTERPRISE, "site.jpg", photo);
        assertEquals(404, CLERK.get("/v1/files/" + plan).statusCode());

        // When
        Response written = message(ENTERPRISE, appeal, List.of(picture, plan));

        // Then
        written.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("files.id", contains(picture, plan))
                .body("files.name", contains("site.jpg", "plan.pdf"))
                .body("files.mediaType", contains("image/jpeg", "application/pdf"))
                .body("files.size", contains(photo.length, pdf.length))
                .body("files.scan", contains("NOT_SCANNED", "NOT_SCANNED"));
        CLERK.get(appeal.path() + "/messages").then().body("[0].files.id", contains(picture, plan));
        assertArrayEquals(pdf, content(CLERK, plan));
        assertArrayEquals(photo, content(CLERK, picture));
        assertArrayEquals(photo, content(ENTERPRISE, picture));
        assertEquals(404, OTHER_ENTERPRISE.get("/v1/files/" + plan).statusCode());
        assertEquals(
                404, Api.as("other-district-clerk").get("/v1/files/" + plan).statusCode());
    }

    @Test
    void anEnterpriseGetsPicturesOfTheOfficesWithoutWhatTheCameraHasNotedAndNoHeic() throws IOException {
        // Given
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.ofPartner());
        byte[] photo = photo();
        String jpeg = upload(CLERK, "site.jpg", photo);
        String heic = upload(CLERK, "site.heic", HEIC);

        // When
        message(CLERK, appeal, List.of(jpeg, heic)).then().statusCode(201);

        // Then
        assertArrayEquals(photo, content(HEAD, jpeg));
        assertFalse(new String(content(ENTERPRISE, jpeg), ISO_8859_1).contains("secret place"));
        assertFalse(new String(content(PARTNER, jpeg), ISO_8859_1).contains("secret place"));
        assertEquals(200, HEAD.get("/v1/files/" + heic).statusCode());
        assertEquals(403, ENTERPRISE.get("/v1/files/" + heic).statusCode());
        ENTERPRISE.get("/v1/files/" + jpeg + "/details").then().statusCode(200).body("uploadedBy", nullValue());
    }

    @Test
    void whatTheOfficesWriteToEachOtherIsKeptFromOutsidersWithItsFiles() {
        // Given
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.ofPartner());
        String note = upload(CLERK, "note.pdf", pdf());

        // When
        CLERK.post(
                        appeal.path() + "/messages",
                        Map.of("body", "内部（虚构）", "visibility", "INTERNAL", "fileIds", List.of(note)))
                .then()
                .statusCode(201);

        // Then
        assertEquals(200, HEAD.get("/v1/files/" + note).statusCode());
        CLERK.get(appeal.path() + "/messages").then().body("files.id.flatten()", contains(note));
        for (Api outsider : List.of(ENTERPRISE, PARTNER)) {
            outsider.get(appeal.path() + "/messages").then().statusCode(200).body("$", empty());
            assertSameRefusal(outsider, note);
        }
        assertEquals(
                List.of("RESTRICTED"),
                Rows.texts("SELECT audience FROM event_log WHERE type = 'appeal.files-attached.v1'"));
    }

    @Test
    void theFilesOfAReplyReachOutsidersWhenItIsDelivered() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        byte[] pdf = pdf();
        String notice = upload(CLERK, "notice.pdf", pdf);
        Map<String, Object> reply = new HashMap<>(AnAppeal.reply());
        reply.put("fileIds", List.of(notice));

        // When
        appeal.does(CLERK, "replies", reply)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("reply.files.id", contains(notice))
                .body("reply.files.scan", contains("NOT_SCANNED"));
        for (Api outsider : List.of(ENTERPRISE, PARTNER)) {
            assertSeesNoReply(outsider, appeal, notice);
        }
        appeal.does(HEAD, "replies/1/approve", null).then().statusCode(200).body("reply.files.id", contains(notice));

        // Then
        for (Api outsider : List.of(ENTERPRISE, PARTNER)) {
            assertArrayEquals(pdf, content(outsider, notice));
            outsider.get(appeal.path()).then().body("reply.files.name", contains("notice.pdf"));
            outsider.get(appeal.path() + "/replies").then().body("[0].files.id", contains(notice));
        }
        assertEquals(404, OTHER_ENTERPRISE.get("/v1/files/" + notice).statusCode());
    }

    @Test
    void aReplyThatTheHeadSendsBackIsKeptFromOutsidersWithItsFiles() {
        // Given
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.ofPartner()));
        String notice = upload(CLERK, "notice.pdf", pdf());
        appeal.does(CLERK, "replies", with(AnAppeal.reply(), List.of(notice)))
                .then()
                .statusCode(201);

        // When
        appeal.does(HEAD, "replies/1/send-back", Map.of("reason", "请补充依据（虚构）"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(200, CLERK.get("/v1/files/" + notice).statusCode());
        for (Api outsider : List.of(ENTERPRISE, PARTNER)) {
            assertSeesNoReply(outsider, appeal, notice);
        }
    }

    @Test
    void aPartnerReadsPublicMessagesWithTheirFiles() {
        // Given
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.ofPartner());
        byte[] pdf = pdf();
        String plan = upload(CLERK, "plan.pdf", pdf);

        // When
        message(CLERK, appeal, List.of(plan)).then().statusCode(201);

        // Then
        PARTNER.get(appeal.path() + "/messages").then().statusCode(200).body("files.id.flatten()", contains(plan));
        assertArrayEquals(pdf, content(PARTNER, plan));
    }

    @Test
    void anAppealIsFiledWithItsFiles() {
        // Given
        byte[] pdf = pdf();
        String letter = upload(ENTERPRISE, "letter.pdf", pdf);

        // When
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing("fileIds", List.of(letter)));

        // Then
        appeal.read().then().body("files.id", contains(letter)).body("files.scan", contains("NOT_SCANNED"));
        assertArrayEquals(pdf, content(DISPATCHER, letter));
        assertArrayEquals(pdf, content(ENTERPRISE, letter));
        assertEquals(404, OTHER_ENTERPRISE.get("/v1/files/" + letter).statusCode());
        assertEquals(
                List.of("APPEAL 0 "
                        + Rows.texts("SELECT sha256 FROM file_reference WHERE id = ?", UUID.fromString(letter))
                                .getFirst()),
                Rows.texts(
                        "SELECT concat_ws(' ', data::jsonb->>'to', data::jsonb->>'seq', data::jsonb->'sha256'->>0) FROM event_log"
                                + " WHERE type = 'appeal.files-attached.v1'"));
    }

    @Test
    void theFilesOfAConfidentialAppealSayNotWhoseItIs() throws IOException {
        // Given
        byte[] photo = photo();
        String picture = upload(ENTERPRISE, "范例公司.jpg", photo);
        Map<String, Object> filing = AnAppeal.filing("fileIds", List.of(picture));
        filing.put("confidentiality", "CONFIDENTIAL");
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.filed(filing));
        String more = upload(ENTERPRISE, "范例公司.pdf", pdf());
        message(ENTERPRISE, appeal, List.of(more)).then().statusCode(201);

        // Then
        for (Api who : List.of(CLERK, Api.as("supervisor"))) {
            who.get(appeal.path()).then().body("files.name", contains("file.jpg"));
            who.get(appeal.path() + "/messages").then().body("[0].files.name", contains("file.pdf"));
            Response read = who.get("/v1/files/" + picture);
            assertEquals(200, read.statusCode());
            assertTrue(read.header("Content-Disposition").contains("\"file.jpg\""), read.header("Content-Disposition"));
            assertFalse(new String(content(who, picture), ISO_8859_1).contains("secret place"));
            who.get("/v1/files/" + picture + "/details")
                    .then()
                    .body("name", equalTo("file.jpg"))
                    .body("uploadedBy", nullValue());
        }
        for (Api who : List.of(DISPATCHER, ENTERPRISE)) {
            who.get(appeal.path()).then().body("files.name", contains("范例公司.jpg"));
            assertArrayEquals(photo, content(who, picture));
        }
    }

    @Test
    void whatAPartnerFilesAgainIsTheFirstAppealWithItsFiles() {
        // Given
        Known.sourceSystem("city-hotline", Persona.named("city-platform").subject());
        String letter = upload(PARTNER, "letter.pdf", pdf());
        Map<String, Object> filing = AnAppeal.filing("fileIds", List.of(letter));
        filing.put("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "city-hotline");
        filing.put("externalId", "H-1");

        // When
        Response first = PARTNER.post("/v1/appeals", filing);
        Response again = PARTNER.post("/v1/appeals", filing);
        filing.put("externalId", "H-2");
        Response other = PARTNER.post("/v1/appeals", filing);

        // Then
        first.then().log().ifValidationFails().statusCode(201).body("files.id", contains(letter));
        again.then().statusCode(200).body("id", equalTo(first.path("id"))).body("files.id", contains(letter));
        other.then()
                .statusCode(422)
                .body("errors.pointer", contains("/fileIds/0"))
                .body("errors.code", contains("FILE_ATTACHED"));
    }

    @Test
    void everyFileThatCannotBeAttachedIsNamedAndNothingIsWritten() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        String good = upload(ENTERPRISE, "1.pdf", pdf());
        String foreign = upload(CLERK, "2.pdf", pdf());
        String attached = upload(ENTERPRISE, "3.pdf", pdf());
        message(ENTERPRISE, appeal, List.of(attached)).then().statusCode(201);
        String unfinished = begin();
        List<String> named = List.of(
                good, foreign, attached, unfinished, good, UUID.randomUUID().toString());

        // When
        Response refused = message(ENTERPRISE, appeal, named);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("code", equalTo("VALUE_UNACCEPTABLE"))
                .body("errors.pointer", contains("/fileIds/1", "/fileIds/2", "/fileIds/3", "/fileIds/4", "/fileIds/5"))
                .body(
                        "errors.code",
                        contains("FILE_UNKNOWN", "FILE_ATTACHED", "FILE_UNFINISHED", "FILE_TWICE", "FILE_UNKNOWN"));
        assertEquals(1, Rows.number("SELECT count(*) FROM appeal_message"));
        assertEquals(404, CLERK.get("/v1/files/" + good).statusCode());
        message(ENTERPRISE, appeal, List.of(good)).then().statusCode(201).body("seq", equalTo(2));
    }

    @Test
    void theTextAndTheFilesOfAReplyAreJudgedTogether() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        Map<String, Object> reply = new HashMap<>(AnAppeal.reply());
        reply.put("publicText", "请联系 13812341234（虚构）。");
        reply.put("fileIds", List.of(upload(HEAD, "1.pdf", pdf())));

        // When
        Response refused = appeal.does(CLERK, "replies", reply);

        // Then
        refused.then()
                .statusCode(422)
                .body("errors.pointer", contains("/publicText", "/fileIds/0"))
                .body("errors.code", contains("TEXT_NAMES_PERSON", "FILE_UNKNOWN"));
    }

    @Test
    void filingNamesTheFaultsOfFilesWithAllOthers() {
        Response refused = ENTERPRISE.post(
                "/v1/appeals",
                with(
                        AnAppeal.filing("category", "Q77"),
                        List.of(UUID.randomUUID().toString())));

        refused.then()
                .statusCode(422)
                .body("errors.pointer", contains("/category", "/fileIds/0"))
                .body("errors.code", contains("CATEGORY_UNKNOWN", "FILE_UNKNOWN"));
    }

    @Test
    void aMessageHasAtMostTenFilesAndEachIsAnId() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        List<String> eleven = IntStream.range(0, 11)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();

        // When, then
        Response tooMany = message(ENTERPRISE, appeal, eleven);
        assertTrue(tooMany.statusCode() == 400 || tooMany.statusCode() == 422, tooMany.asString());
        tooMany.then().body("errors.pointer", contains("/fileIds"));
        Response noId = message(ENTERPRISE, appeal, List.of("x"));
        assertEquals(400, noId.statusCode(), noId.asString());
        assertEquals(0, Rows.number("SELECT count(*) FROM appeal_message"));
    }

    @Test
    void withoutFilesEverythingGoesOnAsBefore() {
        AnAppeal appeal = AnAppeal.atTown();

        CLERK.post(appeal.path() + "/messages", Map.of("body", "您好（虚构）"))
                .then()
                .statusCode(201)
                .body("files", empty());
        appeal.read().then().body("files", empty());
    }

    @Test
    void aRepeatWithTheSameKeyAttachesNothingAnew() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        Map<String, Object> body = Map.of("body", "见附件（虚构）", "fileIds", List.of(upload(CLERK, "1.pdf", pdf())));
        String key = UUID.randomUUID().toString();

        // When
        Response first = post(CLERK, appeal, body, key);
        Response again = post(CLERK, appeal, body, key);

        // Then
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(first.asString(), again.asString());
    }

    private static void assertSeesNoReply(Api outsider, AnAppeal appeal, String file) {
        outsider.get(appeal.path()).then().statusCode(200).body("reply", nullValue());
        outsider.get(appeal.path() + "/replies").then().statusCode(200).body("$", empty());
        assertSameRefusal(outsider, file);
    }

    /** As a stranger is refused. */
    private static void assertSameRefusal(Api outsider, String file) {
        for (String path : List.of("/v1/files/" + file, "/v1/files/" + file + "/details")) {
            Response stranger = OTHER_ENTERPRISE.get(path);
            Response refused = outsider.get(path);
            assertEquals(404, refused.statusCode(), refused.asString());
            assertEquals(stranger.statusCode(), refused.statusCode());
            assertEquals(stranger.<String>path("code"), refused.<String>path("code"));
        }
    }

    private static Response post(Api api, AnAppeal appeal, Map<String, Object> body, String key) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(appeal.path() + "/messages");
    }

    private static Response message(Api api, AnAppeal appeal, List<String> files) {
        return api.post(appeal.path() + "/messages", with(Map.of("body", "见附件（虚构）"), files));
    }

    private static Map<String, Object> with(Map<String, Object> body, List<String> files) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put("fileIds", files);
        return whole;
    }

    private static String upload(Api api, String name, byte[] content) {
        Response created = api.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/octet-stream")
                .body(content)
                .post("/v1/files?name=" + name);
        created.then().log().ifValidationFails().statusCode(201);
        return created.path("id");
    }

    private static String begin() {
        String name = Base64.getEncoder().encodeToString("4.pdf".getBytes(US_ASCII));
        Response begun = ENTERPRISE
                .request()
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "100")
                .header("Upload-Metadata", "filename " + name)
                .post("/v1/uploads");
        begun.then().log().ifValidationFails().statusCode(201);
        return begun.path("id");
    }

    private static byte[] content(Api api, String file) {
        Response read = api.get("/v1/files/" + file);
        assertEquals(200, read.statusCode(), read.asString());
        return read.asByteArray();
    }

    /** Never the same twice. */
    private static byte[] pdf() {
        return ("%PDF-1.4\n% " + UUID.randomUUID() + "\ntrailer <<>>\n%%EOF\n").getBytes(US_ASCII);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] plain = out.toByteArray();
        byte[] notes = ("Exif\0\0a secret place " + UUID.randomUUID()).getBytes(US_ASCII);
        return ByteBuffer.allocate(plain.length + notes.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (notes.length + 2))
                .put(notes)
                .put(plain, 2, plain.length - 2)
                .array();
    }
}
