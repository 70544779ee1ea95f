package org.pengjiang.localstack.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * A fictional project on its way from lead to signature, one verb per door it goes through. Every step carries a key made
 * of the project's name, so a journey that broke off can be told again from its beginning.
 */
public final class ProjectJourney {
    private static final String DEPARTMENT = "440703-ZR";
    private static final String NO_FILE_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final SuiteClient suite;
    private final String name;
    private final String day;
    private final String totalYuan;
    private String id = "";

    /**
     * @param suite project-service
     * @param day business date of every gate
     */
    public ProjectJourney(SuiteClient suite, String name, String day, String totalYuan) {
        this.suite = suite;
        this.name = name;
        this.day = day;
        this.totalYuan = totalYuan;
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/v1/projects/" + id;
    }

    public Answer read() {
        return suite.as("promotion-office").get(path()).expect(200);
    }

    public ProjectJourney registered(String chain, String industry) {
        SuiteClient captain = suite.as("team-captain");
        String investor = captain.post(
                        "/v1/investors",
                        Map.of("name", name + "投资方（虚构）", "country", "CN", "notYetRegistered", true),
                        key("investor"))
                .expect(201)
                .id();
        return registeredFor(investor, chain, industry);
    }

    /** @param investor somebody who is registered already */
    public ProjectJourney registeredFor(String investor, String chain, String industry) {
        id = suite.as("team-captain")
                .post("/v1/projects", facts(investor, chain, industry), key("register"))
                .expect(201)
                .id();
        return this;
    }

    private Map<String, Object> facts(String investor, String chain, String industry) {
        int year = Integer.parseInt(day.substring(0, 4));
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("kind", "NEW");
        facts.put("divisionCode", "440703101");
        facts.put("investors", List.of(Map.of("investorId", investor, "controller", true)));
        facts.put("industry", Map.of("chainCode", chain, "chainRole", "FILL", "industryCode", industry));
        facts.put("money", Map.of("plannedTotalYuan", totalYuan, "plannedFixedYuan", totalYuan));
        facts.put(
                "output",
                Map.of(
                        "peakOutputYuan",
                        "900000000.00",
                        "peakTaxYuan",
                        "36000000.00",
                        "peakYear",
                        year + 3,
                        "jobs",
                        420,
                        "energyTce",
                        1850));
        facts.put("land", Map.of("landMode", "PURCHASE", "landAreaM2", "20000.00"));
        facts.put(
                "plan",
                Map.of(
                        "plannedSignOn", day,
                        "plannedStartOn", (year + 1) + "-03-01",
                        "plannedProduceOn", (year + 2) + "-06-01"));
        facts.put("contact", Map.of("name", "范例甲", "phone", "13812341234", "position", "项目经理"));
        facts.put("tags", List.of(Map.of("tag", "GREEN", "reason", "屋顶光伏（演示）")));
        return facts;
    }

    /** @param basisPoints by team id; they add up to 10000 */
    public ProjectJourney shared(Map<String, Integer> basisPoints) {
        List<Map<String, Object>> shares = basisPoints.entrySet().stream()
                .map(share -> Map.<String, Object>of(
                        "teamId", share.getKey(), "role", "HOST", "basisPoints", share.getValue(), "overlay", false))
                .toList();
        suite.as("team-captain")
                .put(path() + "/shares", Map.of("shares", shares), etag())
                .expect(200);
        return this;
    }

    public ProjectJourney negotiating() {
        evidence("team-captain", "CONTACT_RECORD");
        passed(asked("NEGOTIATING", "team-captain"));
        return this;
    }

    public ProjectJourney underReview() {
        List.of("FEASIBILITY_STUDY", "CREDIT_CHECK", "VISIT_REPORT").forEach(type -> evidence("team-captain", type));
        passed(asked("ADMISSION_REVIEW", "team-captain"));
        return this;
    }

    /** The department has given its opinion, the minutes are verified by a second person, the leading group confirms. */
    public ProjectJourney admitted() {
        SuiteClient office = suite.as("promotion-office");
        office.post(path() + "/admission", Map.of("departments", List.of(DEPARTMENT)), key("admission"))
                .expect(201);
        suite.as("department-clerk")
                .post(
                        path() + "/admission/opinions",
                        Map.of("department", DEPARTMENT, "verdict", "AGREE"),
                        key("opinion"))
                .expect(200);
        office.post(
                        path() + "/admission/decision",
                        Map.of("decision", "PASS", "meetingNo", "演示会议〔" + day.substring(0, 4) + "〕1号"),
                        matching("decision"))
                .expect(200);
        verified("MINUTES");
        Answer request = asked("ADMITTED", "promotion-office");
        confirmed(
                request,
                request.body().at("/outstanding").toString().contains("LEADER") ? "leader" : "promotion-office-2");
        return this;
    }

    /** The formal agreement is recorded, its scan verified and the special class opened. */
    public ProjectJourney readyToSign() {
        suite.as("team-captain")
                .post(
                        path() + "/agreements",
                        Map.of(
                                "no",
                                "演示协议〔" + day.substring(0, 4) + "〕" + Integer.toHexString(name.hashCode()),
                                "kind",
                                "FORMAL",
                                "signedOn",
                                day,
                                "parties",
                                List.of("蓬江区（演示）", name + "投资方（虚构）"),
                                "amountYuan",
                                totalYuan,
                                "commitments",
                                List.of(Map.of(
                                        "metric",
                                        "FIXED_INVESTMENT",
                                        "value",
                                        100_000_000,
                                        "unit",
                                        "yuan",
                                        "dueOn",
                                        (Integer.parseInt(day.substring(0, 4)) + 2) + "-12-31"))),
                        key("agreement"))
                .expect(201);
        suite.as("promotion-office")
                .post(
                        path() + "/special-class",
                        Map.of(
                                "leader", account("leader"),
                                "head", account("team-captain"),
                                "leadUnit", "440703101",
                                "members",
                                        List.of(Map.of(
                                                "account", account("unit-clerk"),
                                                "department", "440703101",
                                                "role", "MEMBER"))),
                        key("special-class"))
                .expect(201);
        verified("AGREEMENT_SCAN");
        return this;
    }

    /** Asked for, not yet confirmed. */
    public Answer askedForSignature() {
        return asked("SIGNED", "team-captain");
    }

    public ProjectJourney signed() {
        confirmed(askedForSignature(), "promotion-office");
        return this;
    }

    public Answer confirmed(Answer request, String persona) {
        String seq = request.text("/seq");
        return suite.as(persona)
                .post(path() + "/gate-requests/" + seq + "/confirm", Map.of(), matching("confirm-" + seq))
                .expect(200);
    }

    private Answer asked(String stage, String persona) {
        return suite.as(persona)
                .post(path() + "/gate-requests", Map.of("to", stage, "businessDate", day), matching("ask-" + stage))
                .expect(201);
    }

    /** At once, unless the project looks like another one of the same investor: then the office looks at it first. */
    private void passed(Answer request) {
        Answer gate = request.body().path("duplicates").isEmpty() ? request : confirmed(request, "promotion-office");
        if (!gate.text("/status").equals("PASSED")) {
            throw new IllegalStateException("not passed: " + gate.body());
        }
    }

    private String evidence(String persona, String type) {
        return suite.as(persona)
                .post(
                        path() + "/evidence",
                        Map.of(
                                "type", type,
                                "title", "演示材料 " + type,
                                "docNo", "演示〔" + day.substring(0, 4) + "〕1号",
                                "issuedOn", day,
                                "sha256", NO_FILE_SHA256),
                        key("evidence-" + type))
                .expect(201)
                .id();
    }

    private void verified(String type) {
        String evidence = evidence("promotion-office", type);
        suite.as("promotion-office-2")
                .post(path() + "/evidence/" + evidence + "/verify", Map.of(), matching("verify-" + type))
                .expect(200);
    }

    private String account(String persona) {
        return suite.as(persona).get("/v1/me").expect(200).text("/subject");
    }

    private String etag() {
        return read().etag().orElseThrow();
    }

    private Map<String, String> key(String step) {
        return Map.of("Idempotency-Key", "demo-" + Integer.toHexString(name.hashCode()) + "-" + day + "-" + step);
    }

    private Map<String, String> matching(String step) {
        Map<String, String> headers = new HashMap<>(key(step));
        headers.put("If-Match", etag());
        return headers;
    }
}
