package org.pengjiang.appeal.testsupport;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.kit.testing.Api;

/** One appeal as its enterprise and the offices see it. */
public final class AnAppeal {
    public static final Api ENTERPRISE = Api.as("enterprise");
    public static final Api OTHER_ENTERPRISE = Api.as("enterprise-2");
    public static final Api DISPATCHER = Api.as("dispatcher");
    public static final Api PARTNER = Api.as("city-platform");
    public static final Api CLERK = Api.as("unit-clerk");
    public static final Api HEAD = Api.as("unit-head");
    public static final Api OTHER_CLERK = Api.as("unit-clerk-2");
    public static final Api DEPARTMENT_CLERK = Api.as("department-clerk");
    public static final Api CLASS_MEMBER = Api.as("team-member");
    public static final Api CLASS_HEAD = Api.as("team-captain");
    public static final Api CLASS_LEADER = Api.as("leader");
    public static final Api CALLBACK = Api.as("callback-officer");

    public final String id;

    private AnAppeal(String id) {
        this.id = id;
    }

    public static AnAppeal known(String id) {
        return new AnAppeal(id);
    }

    public static Map<String, Object> filing() {
        Map<String, Object> filing = new HashMap<>();
        filing.put("title", "厂区停水");
        filing.put("description", "厂区自来水压力不足，影响生产（虚构）。");
        filing.put("nature", "HELP");
        filing.put("category", "A04");
        filing.put("divisionCode", "440703101");
        filing.put("contact", Map.of("name", "范例甲", "phone", "13812341234"));
        return filing;
    }

    public static Map<String, Object> filing(String member, Object value) {
        Map<String, Object> filing = filing();
        filing.put(member, value);
        return filing;
    }

    public static AnAppeal filed(Map<String, Object> filing) {
        Response filed = ENTERPRISE.post("/v1/appeals", filing);
        filed.then().log().ifValidationFails().statusCode(201);
        return new AnAppeal(filed.path("id"));
    }

    /** About the known project, so that its special class has it at once. */
    public static AnAppeal ofProject() {
        return filed(filing("projectId", Known.PROJECT));
    }

    /** By a partner's system, for the known enterprise. */
    public static AnAppeal ofPartner() {
        Map<String, Object> filing = filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "范例平台");
        filing.put("externalId", "X-" + UUID.randomUUID());
        Response filed = PARTNER.post("/v1/appeals", filing);
        filed.then().log().ifValidationFails().statusCode(201);
        return new AnAppeal(filed.path("id"));
    }

    /** At the town, which has to sign for it. */
    public static AnAppeal atTown() {
        return atTown(filed(filing()));
    }

    public static AnAppeal atTown(AnAppeal appeal) {
        appeal.does(DISPATCHER, "accept", null).then().statusCode(200);
        appeal.does(DISPATCHER, "dispatch", Map.of("unit", "440703101"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        return appeal;
    }

    public static AnAppeal contacted() {
        return contacted(atTown());
    }

    public static AnAppeal contacted(AnAppeal appeal) {
        appeal.does(CLERK, "sign", null).then().statusCode(200);
        appeal.does(CLERK, "contacts", call(60)).then().statusCode(201);
        return appeal;
    }

    public static AnAppeal replied() {
        AnAppeal appeal = contacted();
        appeal.does(CLERK, "replies", reply()).then().statusCode(201);
        appeal.does(HEAD, "replies/1/approve", null).then().statusCode(200);
        return appeal;
    }

    public static Map<String, Object> call(int seconds) {
        return Map.of("channel", "CALL", "answered", true, "seconds", seconds, "proof", "REC-1");
    }

    public static Map<String, Object> reply() {
        return Map.of("result", "SOLVED", "publicText", "水压已恢复（虚构）。");
    }

    public Response does(Api who, String command, Object body) {
        return who.post(path() + "/" + command, body, etag());
    }

    public String path() {
        return "/v1/appeals/" + id;
    }

    public Response read() {
        return Api.as("supervisor").get(path());
    }

    public String state() {
        return read().path("state");
    }

    public String etag() {
        return read().header("ETag");
    }
}
