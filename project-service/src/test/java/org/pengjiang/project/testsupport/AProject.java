package org.pengjiang.project.testsupport;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.pengjiang.kit.testing.Api;

/** A project in the words of the domain: each verb goes through the service's own doors, and fails when it is refused. */
public final class AProject {
    public static final Api OFFICE = Api.as("promotion-office");
    public static final Api OFFICE_2 = Api.as("promotion-office-2");
    public static final Api CAPTAIN = Api.as("team-captain");
    public static final Api CAPTAIN_2 = Api.as("team-captain-2");
    public static final Api MEMBER = Api.as("team-member");
    public static final Api LEADER = Api.as("leader");
    public static final Api DEPARTMENT = Api.as("department-clerk");
    public static final String DEPARTMENT_CODE = "440703-ZR";
    public static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final String id;

    private AProject(String id) {
        this.id = id;
    }

    /** Everything a lead may already say, far above every threshold. */
    public static Map<String, Object> facts(String totalYuan, String investorId) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", "范例智能家电产业园" + COUNT.incrementAndGet());
        facts.put("kind", "NEW");
        facts.put("divisionCode", "440703101");
        facts.put("investors", List.of(Map.of("investorId", investorId, "controller", true)));
        facts.put("industry", Map.of("chainCode", "SMART_APPLIANCE", "chainRole", "FILL", "industryCode", "C3851"));
        facts.put("money", Map.of("plannedTotalYuan", totalYuan, "plannedFixedYuan", totalYuan));
        facts.put(
                "output",
                Map.of(
                        "peakOutputYuan",
                        "500000000.00",
                        "peakTaxYuan",
                        "20000000.00",
                        "peakYear",
                        2029,
                        "jobs",
                        300,
                        "energyTce",
                        1200.5));
        facts.put("land", Map.of("landMode", "PURCHASE", "landAreaM2", "10000.00"));
        facts.put(
                "plan",
                Map.of(
                        "plannedSignOn",
                        "2026-11-01",
                        "plannedStartOn",
                        "2027-03-01",
                        "plannedProduceOn",
                        "2028-06-01"));
        facts.put("contact", Map.of("name", "范例甲", "phone", "13812341234", "position", "项目经理"));
        facts.put("tags", List.of(Map.of("tag", "GREEN", "reason", "范例：屋顶光伏")));
        return facts;
    }

    public static String investor(String name) {
        Response created =
                CAPTAIN.post("/v1/investors", Map.of("name", name, "country", "CN", "notYetRegistered", true));
        created.then().log().ifValidationFails().statusCode(201);
        return created.path("id");
    }

    /** An investor with a credit code. */
    public static String enterprise(String name, String uscc) {
        Response created =
                CAPTAIN.post("/v1/investors", Map.of("name", name, "country", "CN", "idType", "USCC", "idNo", uscc));
        created.then().log().ifValidationFails().statusCode(201);
        return created.path("id");
    }

    public static AProject registered(String totalYuan) {
        return registered(facts(totalYuan, investor("范例投资" + COUNT.incrementAndGet() + "有限公司")));
    }

    public static AProject registered(Map<String, Object> facts) {
        Response created = CAPTAIN.post("/v1/projects", facts);
        created.then().log().ifValidationFails().statusCode(201);
        return new AProject(created.path("id"));
    }

    public static AProject negotiating(String totalYuan) {
        return registered(totalYuan)
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(CAPTAIN, "CONTACT_RECORD")
                .enters("NEGOTIATING", CAPTAIN);
    }

    public static AProject underReview(String totalYuan) {
        return negotiating(totalYuan)
                .with(CAPTAIN, "FEASIBILITY_STUDY")
                .with(CAPTAIN, "CREDIT_CHECK")
                .with(CAPTAIN, "VISIT_REPORT")
                .enters("ADMISSION_REVIEW", CAPTAIN);
    }

    /** Below the leading group's limit: the office's second person has confirmed. */
    public static AProject admitted(String totalYuan) {
        AProject project = underReview(totalYuan).judged("PASS");
        project.verified("MINUTES");
        Response asked = project.asks("ADMITTED", OFFICE);
        asked.then().log().ifValidationFails().statusCode(201);
        Api confirmer = asked.jsonPath().getList("outstanding").contains("LEADER") ? LEADER : OFFICE_2;
        project.confirms(asked.path("seq"), confirmer)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return project;
    }

    public static AProject readyToSign(String totalYuan) {
        AProject project = admitted(totalYuan);
        project.agreed("FORMAL", totalYuan);
        project.hasClass();
        project.verified("AGREEMENT_SCAN");
        return project;
    }

    public static AProject signed(String totalYuan) {
        AProject project = readyToSign(totalYuan);
        Response asked = project.asks("SIGNED", CAPTAIN);
        asked.then().log().ifValidationFails().statusCode(201);
        project.confirms(asked.path("seq"), OFFICE)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return project;
    }

    public String path() {
        return "/v1/projects/" + id;
    }

    public Response read() {
        return OFFICE.get(path());
    }

    public String etag() {
        return read().header("ETag");
    }

    public String stage() {
        return read().path("stage");
    }

    public AProject sharedWith(Map<UUID, Integer> shares) {
        List<Map<String, Object>> lines = shares.entrySet().stream()
                .map(share -> Map.<String, Object>of(
                        "teamId", share.getKey(), "role", "HOST", "basisPoints", share.getValue(), "overlay", false))
                .toList();
        CAPTAIN.put(path() + "/shares", Map.of("shares", lines), etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return this;
    }

    public static Map<String, Object> paper(String type) {
        return Map.of(
                "type", type, "title", "范例" + type, "docNo", "范例〔2026〕1号", "issuedOn", "2026-11-02", "sha256", SHA_256);
    }

    public AProject with(Api api, String evidenceType) {
        evidence(api, evidenceType);
        return this;
    }

    public String evidence(Api api, String evidenceType) {
        Response added = api.post(path() + "/evidence", paper(evidenceType));
        added.then().log().ifValidationFails().statusCode(201);
        return added.path("id");
    }

    /** Handed in by one person of the office, verified by another. */
    public AProject verified(String evidenceType) {
        String evidence = evidence(OFFICE, evidenceType);
        OFFICE_2.post(path() + "/evidence/" + evidence + "/verify", null, etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return this;
    }

    public Response asks(String to, Api api) {
        return api.post(path() + "/gate-requests", Map.of("to", to, "businessDate", ProjectStack.TODAY), etag());
    }

    public Response confirms(int seq, Api api) {
        return api.post(path() + "/gate-requests/" + seq + "/confirm", null, etag());
    }

    public AProject enters(String to, Api api) {
        Response asked = asks(to, api);
        asked.then().log().ifValidationFails().statusCode(201);
        if (!"PASSED".equals(asked.path("status"))) {
            throw new AssertionError("not passed at once: " + asked.asString());
        }
        return this;
    }

    public AProject judged(String decision) {
        OFFICE.post(path() + "/admission", Map.of("departments", List.of(DEPARTMENT_CODE)))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        DEPARTMENT
                .post(path() + "/admission/opinions", Map.of("department", DEPARTMENT_CODE, "verdict", "AGREE"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        OFFICE.post(path() + "/admission/decision", Map.of("decision", decision, "meetingNo", "范例会议〔2026〕3号"), etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return this;
    }

    public AProject agreed(String kind, String amountYuan) {
        Map<String, Object> commitment =
                Map.of("metric", "FIXED_INVESTMENT", "value", 100_000_000, "unit", "yuan", "dueOn", "2028-12-31");
        CAPTAIN.post(
                        path() + "/agreements",
                        Map.of(
                                "no",
                                "范例协议〔2026〕5号",
                                "kind",
                                kind,
                                "signedOn",
                                ProjectStack.TODAY,
                                "parties",
                                List.of("范例区人民政府", "范例投资有限公司"),
                                "amountYuan",
                                amountYuan,
                                "commitments",
                                List.of(commitment)))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        return this;
    }

    public AProject hasClass() {
        OFFICE.post(
                        path() + "/special-class",
                        Map.of(
                                "leader",
                                "leader",
                                "head",
                                "team-captain",
                                "leadUnit",
                                DEPARTMENT_CODE,
                                "members",
                                List.of(Map.of("account", "unit-clerk", "department", "440703101", "role", "MEMBER"))))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        return this;
    }
}
