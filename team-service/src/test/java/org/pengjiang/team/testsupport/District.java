package org.pengjiang.team.testsupport;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Builds what a district has, through the service's own doors. */
public final class District {
    public static final Api OFFICE = Api.as("promotion-office");

    private District() {}

    /** The account of a persona: what stands in appointments. */
    public static String account(String persona) {
        return Persona.named(persona).subject();
    }

    /** A team, and what to call it by. */
    public record ATeam(UUID id, String code) {
        public Map<String, Object> share(int basisPoints) {
            return Map.of("teamId", id, "teamCode", code, "role", "HOST", "basisPoints", basisPoints, "overlay", false);
        }
    }

    public static ATeam team(String code, String captain, String from) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "code",
                code,
                "name",
                "Team " + code,
                "kind",
                "TOWN",
                "group",
                "TOWNS",
                "divisionCode",
                "440703",
                "validFrom",
                from));
        body.put(
                "captain",
                Map.of("account", account(captain), "name", "Fan Li", "title", "Town secretary", "from", from));
        Response created = OFFICE.post("/v1/teams", body);
        created.then().log().ifValidationFails().statusCode(201);
        return new ATeam(UUID.fromString(created.path("id")), code);
    }

    public static Map<String, Object> line(String metric, String kind, String target, int weight) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("metric", metric);
        line.put("lineKind", kind);
        line.put("target", target);
        line.put("weight", weight);
        return line;
    }

    /** Drafts, issues and signs. */
    public static String signedPledge(
            ATeam team, int year, String captain, String signedOn, List<Map<String, Object>> lines) {
        Response draft = OFFICE.post("/v1/teams/" + team.id() + "/pledges", Map.of("year", year, "lines", lines));
        draft.then().log().ifValidationFails().statusCode(201);
        String id = draft.path("id");
        Response issued = OFFICE.post("/v1/pledges/" + id + "/issue", null, draft.header("ETag"));
        issued.then().log().ifValidationFails().statusCode(200);
        Api.as(captain)
                .post("/v1/pledges/" + id + "/sign", Map.of("signedOn", signedOn), issued.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return id;
    }

    /** A project on its way through the events. */
    public static final class AProject {
        public final UUID id = UUID.randomUUID();
        private final Map<String, Object> facts = new HashMap<>();
        private String stage = "ADMITTED";

        public AProject(String amountYuan, List<Map<String, Object>> shares) {
            facts.put("projectId", id);
            facts.put("projectNo", "P-440703-2026-" + id.toString().substring(0, 4));
            facts.put("kind", "NEW");
            facts.put("channel", "API");
            facts.put("historical", false);
            facts.put("seq", 1);
            facts.put("manufacturing", true);
            facts.put("chainCode", "SMART_APPLIANCE");
            facts.put("plannedTotalYuan", amountYuan);
            facts.put("agreementAmountYuan", amountYuan);
            facts.put("tags", List.of("GREEN"));
            facts.put("shares", shares);
        }

        public AProject with(String field, Object value) {
            facts.put(field, value);
            return this;
        }

        public AProject historical() {
            return with("channel", "IMPORT").with("historical", true);
        }

        public ProjectEvents.Sent reaches(String next, String businessDate, String recordedAt) {
            Map<String, Object> data = new HashMap<>(facts);
            data.put("from", stage);
            data.put("to", next);
            data.put("businessDate", businessDate);
            stage = next;
            return ProjectEvents.send("project.stage-changed.v1", id, recordedAt, data);
        }

        public ProjectEvents.Sent signed(String businessDate) {
            return reaches("SIGNED", businessDate, businessDate + "T08:00:00Z");
        }

        public ProjectEvents.Sent revised(String amount, String businessDate, String recordedAt) {
            String previous = (String) facts.put("agreementAmountYuan", amount);
            return ProjectEvents.send(
                    "project.amount-changed.v1",
                    id,
                    recordedAt,
                    Map.of(
                            "projectId",
                            id,
                            "projectNo",
                            facts.get("projectNo"),
                            "businessDate",
                            businessDate,
                            "agreementAmountYuan",
                            amount,
                            "previousAmountYuan",
                            previous,
                            "reason",
                            "revised contract"));
        }

        public ProjectEvents.Sent sharedAnew(List<Map<String, Object>> shares, String validFrom, String recordedAt) {
            facts.put("shares", shares);
            return ProjectEvents.send(
                    "project.shares-changed.v1",
                    id,
                    recordedAt,
                    Map.of(
                            "projectId",
                            id,
                            "projectNo",
                            facts.get("projectNo"),
                            "validFrom",
                            validFrom,
                            "ruling",
                            "ruling 7",
                            "shares",
                            shares));
        }

        public ProjectEvents.Sent terminated(String businessDate, String recordedAt) {
            return ProjectEvents.send(
                    "project.terminated.v1",
                    id,
                    recordedAt,
                    Map.of(
                            "projectId",
                            id,
                            "projectNo",
                            facts.get("projectNo"),
                            "businessDate",
                            businessDate,
                            "stage",
                            stage,
                            "reason",
                            "INVESTOR"));
        }
    }

    public static AProject project(String amountYuan, ATeam team) {
        return new AProject(amountYuan, List.of(team.share(10_000)));
    }

    public static AProject project(String amountYuan, ATeam... teams) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (ATeam team : teams) {
            shares.add(team.share(10_000 / teams.length));
        }
        return new AProject(amountYuan, shares);
    }

    public static Response board(int year, String asOf) {
        return OFFICE.get("/v1/boards/" + year + "?asOf=" + asOf);
    }

    public static BigDecimal credited(Response board) {
        return new BigDecimal(board.<String>path("district.creditedYuan"));
    }
}
