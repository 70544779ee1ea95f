package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.pengjiang.localstack.client.SuiteClient;

/** The signed amounts of one board. */
record Board(BigDecimal district, Map<String, BigDecimal> teams, Map<String, String> ids, boolean reconciled) {

    static Board read(SuiteClient team, LocalDate asOf) {
        JsonNode board = team.get("/v1/boards/" + asOf.getYear() + "?asOf=" + asOf)
                .expect(200)
                .body();
        Map<String, BigDecimal> teams = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (JsonNode row : board.path("teams")) {
            String code = row.path("code").asText();
            teams.put(code, new BigDecimal(row.path("creditedYuan").asText()));
            ids.put(code, row.path("teamId").asText());
        }
        return new Board(
                new BigDecimal(board.at("/district/creditedYuan").asText()),
                teams,
                ids,
                board.path("reconciled").asBoolean());
    }

    BigDecimal of(String code) {
        return teams.getOrDefault(code, BigDecimal.ZERO);
    }

    String teamId(String code) {
        String id = ids.get(code);
        if (id == null) {
            throw new IllegalStateException("The board has no team " + code);
        }
        return id;
    }

    BigDecimal sumOfTeams() {
        return teams.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
