package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A change that changes nothing is answered, and leaves the version and the log as they were. */
public final class Unchanged {
    private static final List<String> VERBS = List.of("put", "patch");

    private Unchanged() {}

    /** The operationIds of every PUT and PATCH of the running service: each has to be held to this. */
    public static Set<String> operations() {
        Set<String> ids = new TreeSet<>();
        JsonNode paths =
                ContractFile.tree(ServedSurface.json(ServedSurface.CANONICAL)).path("paths");
        for (JsonNode path : paths) {
            VERBS.forEach(verb -> {
                if (path.has(verb)) {
                    ids.add(path.path(verb).path("operationId").asText());
                }
            });
        }
        return ids;
    }

    /**
     * @param what is sent, for the message of a failure
     * @param change sends it with the ETag that it is given
     */
    public static void assertUnchanged(Object what, String etag, Function<String, Response> change) {
        long rows = logRows();
        Response answer = change.apply(etag);
        assertEquals(200, answer.statusCode(), () -> what + ": " + answer.asString());
        assertEquals(ETags.version(etag), ETags.version(answer), () -> what + " moved the version");
        assertEquals(rows, logRows(), () -> what + " was logged");
    }

    private static long logRows() {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM event_log")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
