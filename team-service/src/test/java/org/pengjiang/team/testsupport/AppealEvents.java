package org.pengjiang.team.testsupport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.team.testsupport.ProjectEvents.Sent;

/** One appeal, told on appeal.events as appeal-service tells it. */
public final class AppealEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID id = UUID.randomUUID();
    private final Map<String, Object> standing = new LinkedHashMap<>();

    public AppealEvents() {
        standing.put("appealId", id.toString());
        standing.put("round", 1);
        standing.put("open", true);
    }

    public AppealEvents at(String unit) {
        standing.put("accountableUnit", unit);
        return this;
    }

    public AppealEvents round(int round) {
        standing.put("round", round);
        return this;
    }

    public AppealEvents closed() {
        standing.put("open", false);
        return this;
    }

    /** The example of the contract with this appeal's standing, and what the event says beside it. */
    public Sent says(String type, Object... members) {
        return ProjectEvents.send(
                "appeal.events",
                new Sent(
                        UUID.randomUUID(),
                        type,
                        id,
                        ProjectEvents.next(id),
                        Instant.parse("2026-11-20T02:00:00Z"),
                        JSON.convertValue(data(type, members), new TypeReference<Map<String, Object>>() {})));
    }

    public ObjectNode data(String type, Object... members) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(EventSchemas.example(type));
            data.remove("accountableUnit");
            data.remove("handlerKind");
            standing.forEach((name, value) -> data.set(name, JSON.valueToTree(value)));
            if (standing.containsKey("accountableUnit")) {
                data.put("handlerKind", "UNIT");
            }
            whoseItIs(type, data);
            for (int i = 0; i < members.length; i += 2) {
                JsonNode value = JSON.valueToTree(members[i + 1]);
                data.set((String) members[i], value);
            }
            return data;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void whoseItIs(String type, ObjectNode data) {
        if (type.equals("appeal.rated.v1")) {
            data.set("ratedRound", data.path("round"));
            data.remove("ratedUnit");
        } else if (data.has("chargedTo")) {
            data.remove("unitAtDue");
            data.put("chargedTo", data.has("accountableUnit") ? "UNIT" : "CENTRE");
            if (data.has("accountableUnit")) {
                data.set("unitAtDue", data.path("accountableUnit"));
            }
        }
    }
}
