package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** Reads the log of one service as its changes, and counts what persons did: what the service does by itself goes on. */
final class ChangesByPersons {
    private final SuiteClient auditor;
    private String position = "";

    /** From here on. */
    ChangesByPersons(SuiteClient service) {
        this.auditor = service.as("auditor");
        byPersonsSince();
    }

    long byPersonsSince() {
        long count = 0;
        boolean more = true;
        while (more) {
            JsonNode page = page();
            for (JsonNode change : page.path("items")) {
                count += change.path("actor").asText("system").equals("system") ? 0 : 1;
            }
            position = "&cursor=" + page.path("cursor").asText();
            more = page.path("more").asBoolean();
        }
        return count;
    }

    private JsonNode page() {
        while (true) {
            Answer answer = auditor.get("/v1/changes?limit=200" + position);
            if (answer.status() != 429) {
                return answer.expect(200).body();
            }
            // so many requests in so short a time are limited, as they should be
            SuiteRun.pause(Duration.ofMillis(50));
        }
    }
}
