package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** One appeal on its way, told step by step as its people would. The enterprise is fictional. */
final class AppealSteps {
    static final String ENTERPRISE = "91440703MA00000077";
    private static final String INVESTOR = "范例厨电有限公司（虚构）";
    private static final Map<String, Object> CONTACT = Map.of("name", "范例乙", "phone", "13812345678");

    private final SuiteClient appeals;
    private final String id;

    private AppealSteps(SuiteClient appeals, String id) {
        this.appeals = appeals;
        this.id = id;
    }

    /** By the enterprise itself, now. */
    static AppealSteps filed(SuiteClient appeals, String category, String projectId) {
        Answer answer = appeals.as("enterprise")
                .post("/v1/appeals", facts(category, projectId))
                .expect(201);
        return new AppealSteps(appeals, answer.id());
    }

    /** The same under a key, for whoever got no answer and tries again. */
    static AppealSteps filed(SuiteClient appeals, String category, String projectId, String key) {
        Answer answer = appeals.as("enterprise")
                .post("/v1/appeals", facts(category, projectId), Map.of("Idempotency-Key", key))
                .expect(201);
        return new AppealSteps(appeals, answer.id());
    }

    /** The enterprise of the persona, as an investor of the district; registered once. */
    static String investor(SuiteClient projects) {
        SuiteClient captain = projects.as("team-captain");
        Answer made = captain.post(
                "/v1/investors", Map.of("name", INVESTOR, "country", "CN", "idType", "USCC", "idNo", ENTERPRISE));
        if (made.status() == 201) {
            return made.id();
        }
        JsonNode known = projects.as("promotion-office")
                .get("/v1/investors?q=" + URLEncoder.encode(INVESTOR, StandardCharsets.UTF_8))
                .expect(200)
                .body();
        return known.at("/items/0/id").asText();
    }

    /** By the dispatch centre, for what came in by telephone a little earlier. */
    static AppealSteps takenDown(SuiteClient appeals, String category, String projectId, OffsetDateTime receivedAt) {
        Map<String, Object> facts = facts(category, projectId);
        facts.put("enterprise", ENTERPRISE);
        facts.put("receivedAt", receivedAt.toInstant().toString());
        facts.put("receivedReason", "电话受理后补录（演示）");
        Answer answer = appeals.as("dispatcher").post("/v1/appeals", facts).expect(201);
        return new AppealSteps(appeals, answer.id());
    }

    private static Map<String, Object> facts(String category, String projectId) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", "厂区用水增容（虚构）");
        facts.put("description", "新线投产前需要增容，请协调供水部门（演示数据，均为虚构）。");
        facts.put("nature", "HELP");
        facts.put("category", category);
        facts.put("contact", CONTACT);
        if (projectId.isEmpty()) {
            facts.put("divisionCode", "440703101");
        } else {
            facts.put("projectId", projectId);
        }
        return facts;
    }

    /** The same appeal, asked of another replica. */
    AppealSteps at(SuiteClient replica) {
        return new AppealSteps(replica, id);
    }

    String id() {
        return id;
    }

    String path() {
        return "/v1/appeals/" + id;
    }

    Answer read(String persona) {
        return appeals.as(persona).get(path()).expect(200);
    }

    String state() {
        return read("dispatcher").text("/state");
    }

    AppealSteps signed(String persona) {
        return then(persona, "/sign", Map.of(), 200);
    }

    AppealSteps contacted(String persona) {
        return then(
                persona,
                "/contacts",
                Map.of("channel", "CALL", "answered", true, "seconds", 95, "proof", "演示录音" + id),
                201);
    }

    AppealSteps replied(String persona) {
        return then(persona, "/replies", Map.of("result", "SOLVED", "publicText", "供水部门已完成增容，明日起按新容量供水（演示）。"), 201);
    }

    AppealSteps approved(String persona) {
        return then(persona, "/replies/1/approve", Map.of(), 200);
    }

    AppealSteps rated(int stars) {
        return then("enterprise", "/rating", Map.of("solved", "SOLVED", "stars", stars), 200);
    }

    private AppealSteps then(String persona, String command, Map<String, Object> body, int status) {
        SuiteClient actor = appeals.as(persona);
        String etag = actor.get(path()).expect(200).etag().orElseThrow();
        actor.post(path() + command, body, etag).expect(status);
        return this;
    }

    /** One clock of the present round, with its whole life. */
    JsonNode clock(String type) {
        for (JsonNode clock :
                appeals.as("dispatcher").get(path() + "/clocks").expect(200).body()) {
            if (clock.at("/clock/clock").asText().equals(type)) {
                return clock;
            }
        }
        throw new IllegalStateException("the appeal has no clock " + type);
    }

    OffsetDateTime due(String type) {
        return OffsetDateTime.parse(clock(type).at("/clock/dueAt").asText());
    }

    /** A project becomes known to the other services by its events: a moment later. */
    static void untilKnown(Runnable step) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> {
            step.run();
            return true;
        });
    }
}
