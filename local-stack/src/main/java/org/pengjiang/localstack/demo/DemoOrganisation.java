package org.pengjiang.localstack.demo;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** Units, teams, captains and signed pledges. Every step carries its own key, so a load that broke off can be repeated. */
final class DemoOrganisation {
    private static final int WHOLE = 10_000;

    private final SuiteClient office;
    private final SuiteClient anyone;
    private final Consumer<String> progress;
    private final List<DemoTeam> teams = DemoTeam.all();
    private final Map<String, String> accounts = new HashMap<>();

    DemoOrganisation(SuiteClient teamService, Consumer<String> progress) {
        this.anyone = teamService;
        this.office = teamService.as("promotion-office");
        this.progress = progress;
    }

    /** @return the id of every team by its code */
    Map<String, String> register() {
        progress.accept("Registering %d units and teams".formatted(teams.size()));
        Map<String, String> ids = new LinkedHashMap<>();
        for (DemoTeam team : teams) {
            office.post(
                            "/v1/units",
                            Map.of(
                                    "code", team.unitCode(),
                                    "name", team.unitName(),
                                    "divisionCode", team.division(),
                                    "kind", team.unitKind()),
                            key("unit", team.unitCode()))
                    .expect(201);
            ids.put(team.code(), register(team));
        }
        return ids;
    }

    private String register(DemoTeam team) {
        return office.post(
                        "/v1/teams",
                        Map.of(
                                "code", team.code(),
                                "name", team.name(),
                                "kind", team.kind(),
                                "group", team.group(),
                                "divisionCode", team.division(),
                                "unitCode", team.unitCode(),
                                "validFrom", "2022-01-01",
                                "captain",
                                        Map.of(
                                                "account",
                                                account(team.captain()),
                                                "name",
                                                team.code() + "队长（虚构）",
                                                "title",
                                                "一把手（演示）",
                                                "from",
                                                "2022-01-01")),
                        key("team", team.code()))
                .expect(201)
                .id();
    }

    /** One SUM and one COUNT line per team; the SUM lines add up to the district's target to the fen. */
    void pledge(int year, String signedOn, long targetFen, Map<String, String> ids) {
        progress.accept("Pledges of %d: drafted, issued and signed by the captains".formatted(year));
        long open = targetFen;
        for (int i = 0; i < teams.size(); i++) {
            DemoTeam team = teams.get(i);
            long fen = i == teams.size() - 1 ? open : targetFen / WHOLE * team.shareBp();
            open -= fen;
            pledge(year, signedOn, fen, team, ids.getOrDefault(team.code(), ""));
        }
    }

    private void pledge(int year, String signedOn, long fen, DemoTeam team, String teamId) {
        String step = team.code() + "-" + year;
        Map<String, Object> sum = Map.of(
                "metric",
                "SIGNED_AMOUNT",
                "lineKind",
                "SUM",
                "target",
                BigDecimal.valueOf(fen, 2).toPlainString(),
                "weight",
                7000);
        Map<String, Object> count = Map.of(
                "metric",
                "COUNT_100M",
                "lineKind",
                "COUNT",
                "target",
                Integer.toString(Math.max(1, team.shareBp() / 200)),
                "weight",
                3000);
        Answer draft = office.post(
                        "/v1/teams/" + teamId + "/pledges",
                        Map.of("year", year, "lines", List.of(sum, count)),
                        key("draft", step))
                .expect(201);
        Answer issued = office.post("/v1/pledges/" + draft.id() + "/issue", Map.of(), matching(draft, "issue", step))
                .expect(200);
        anyone.as(team.captain())
                .post(
                        "/v1/pledges/" + draft.id() + "/sign",
                        Map.of("signedOn", signedOn),
                        matching(issued, "sign", step))
                .expect(200);
    }

    private String account(String persona) {
        return accounts.computeIfAbsent(
                persona, name -> anyone.as(name).get("/v1/me").expect(200).text("/subject"));
    }

    private static Map<String, String> key(String step, String what) {
        return Map.of("Idempotency-Key", "demo-" + step + "-" + what);
    }

    private static Map<String, String> matching(Answer before, String step, String what) {
        return Map.of(
                "Idempotency-Key",
                "demo-" + step + "-" + what,
                "If-Match",
                before.etag().orElse("*"));
    }
}
