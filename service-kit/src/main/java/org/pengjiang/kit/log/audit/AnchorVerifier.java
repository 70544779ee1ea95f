package org.pengjiang.kit.log.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.audit.Finding.Kind;

/** Makes the newest anchors again from the rows they were made of. */
@ApplicationScoped
class AnchorVerifier {
    private static final int NEWEST = 7;
    private static final String ANCHORS =
            "SELECT subject_version, division, data FROM event_log WHERE subject = ? ORDER BY subject_version DESC LIMIT "
                    + NEWEST;

    private final Jdbc jdbc;
    private final AnchorHash hash;
    private final ObjectMapper json;

    AnchorVerifier(DataSource database, AnchorHash hash, ObjectMapper json) {
        this.jdbc = Jdbc.of(database);
        this.hash = hash;
        this.json = json;
    }

    private record Anchored(long version, String division, String data) {}

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (Anchored anchored : newest()) {
            if (!isWhatItWas(anchored.data)) {
                findings.add(new Finding(
                        Kind.ANCHOR_DIFFERS, LogAnchor.ID, "log_anchor", anchored.version, anchored.division));
            }
        }
        return findings;
    }

    private boolean isWhatItWas(String data) {
        try {
            JsonNode event = json.readTree(data);
            return hash.fold(
                            event.path("previous").asText(),
                            event.path("from").asLong(),
                            event.path("to").asLong())
                    .hex()
                    .equals(event.path("anchor").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private List<Anchored> newest() {
        return jdbc.list(
                ANCHORS, row -> new Anchored(row.getLong(1), row.getString(2), row.getString(3)), LogAnchor.ID);
    }
}
