package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** {@code suite_inbox_parked_oldest_seconds{consumer, reason}}: how long the oldest event has been parked; none, no series. */
@ApplicationScoped
class ParkedEventMetrics {
    private static final String OLDEST = """
            SELECT consumer, reason, extract(epoch FROM clock_timestamp() - min(parked_at))::float8 FROM parked_event
             GROUP BY consumer, reason
            """;

    private final DataSource database;
    private final MultiGauge oldest;

    ParkedEventMetrics(DataSource database, MeterRegistry meters) {
        this.database = database;
        this.oldest = MultiGauge.builder("suite.inbox.parked.oldest.seconds")
                .description("how long the oldest parked event has waited, by consumer and reason")
                .register(meters);
    }

    void measure() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OLDEST);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(MultiGauge.Row.of(
                        Tags.of("consumer", row.getString(1), "reason", row.getString(2)), row.getDouble(3)));
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
        oldest.register(rows, true);
    }
}
