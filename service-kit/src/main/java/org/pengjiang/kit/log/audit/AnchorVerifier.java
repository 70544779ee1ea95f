package org.pengjiang.kit.log.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.kit.log.audit.Finding.Kind;

/** Makes the newest anchors again from the rows they were made of. */
@ApplicationScoped
class AnchorVerifier {
    private static final int NEWEST = 7;
    private static final String ANCHORS =
            "SELECT subject_version, division, data FROM event_log WHERE subject = ? ORDER BY subject_version DESC LIMIT "
                    + NEWEST;

    private final DataSource database;
    private final AnchorHash hash;
    private final ObjectMapper json;

    AnchorVerifier(DataSource database, AnchorHash hash, ObjectMapper json) {
        this.database = database;
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
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ANCHORS)) {
            query.setObject(1, LogAnchor.ID);
            List<Anchored> anchors = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    anchors.add(new Anchored(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return anchors;
        } catch (SQLException e) {
            throw new IllegalStateException("the anchors cannot be read", e);
        }
    }
}
