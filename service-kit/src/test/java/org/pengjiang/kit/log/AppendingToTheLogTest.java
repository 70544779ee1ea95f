package org.pengjiang.kit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class AppendingToTheLogTest {
    @Inject
    UseThings use;

    @Inject
    DataSource database;

    @Test
    void aChangeStandsInTheLogAndReachesAConsumer() throws SQLException {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "lamp");

        // When
        use.count(thing, 3);
        use.count(thing, 4);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        7, number("SELECT coalesce((SELECT total FROM thing_seen WHERE subject = ?), 0)", thing)));
        assertEquals(3, number("SELECT log_version FROM thing WHERE id = ?", thing));
    }

    private long number(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
