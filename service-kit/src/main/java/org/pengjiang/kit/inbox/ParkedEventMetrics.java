package org.pengjiang.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * {@code suite_inbox_parked_oldest_seconds{consumer, reason}}: how long the oldest event has been parked. A consumer without any
 * has reason none and 0, so that the metric is there before it is needed.
 */
@ApplicationScoped
class ParkedEventMetrics {
    private static final String OLDEST = """
            SELECT consumer, reason, extract(epoch FROM clock_timestamp() - min(parked_at))::float8 FROM parked_event
             GROUP BY consumer, reason
            """;

    private final Jdbc jdbc;
    private final List<EventConsumer> consumers;
    private final MultiGauge oldest;

    ParkedEventMetrics(DataSource database, @All List<EventConsumer> consumers, MeterRegistry meters) {
        this.jdbc = Jdbc.of(database);
        this.consumers = consumers;
        this.oldest = MultiGauge.builder("suite.inbox.parked.oldest.seconds")
                .description("how long the oldest parked event has waited, by consumer and reason")
                .register(meters);
    }

    void measure() {
        Set<String> idle = consumers.stream().map(EventConsumer::name).collect(Collectors.toSet());
        List<MultiGauge.Row<?>> rows = new ArrayList<>(jdbc.list(OLDEST, row -> {
            idle.remove(row.getString(1));
            return row(row.getString(1), row.getString(2), row.getDouble(3));
        }));
        idle.forEach(consumer -> rows.add(row(consumer, "none", 0)));
        oldest.register(rows, true);
    }

    private static MultiGauge.Row<?> row(String consumer, String reason, double seconds) {
        return MultiGauge.Row.of(Tags.of("consumer", consumer, "reason", reason.toLowerCase(Locale.ROOT)), seconds);
    }
}
