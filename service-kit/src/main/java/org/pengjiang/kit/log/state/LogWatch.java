package org.pengjiang.kit.log.state;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/** Looks at the log every few seconds, for metrics and readiness alike: a probe costs no query. */
@ApplicationScoped
class LogWatch implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(LogWatch.class);
    private static final int FIRST = 1;

    private final LogStateReader reader;
    private final LogStateConfig config;
    private final MeterRegistry meters;
    private volatile LogState state = LogState.UNKNOWN;
    private volatile boolean isPresent;

    LogWatch(LogStateReader reader, LogStateConfig config, MeterRegistry meters) {
        this.reader = reader;
        this.config = config;
        this.meters = meters;
    }

    /** As it was seen last. */
    LogState state() {
        return state;
    }

    /** False when the last look failed: what was seen before says nothing about now. */
    boolean isPresent() {
        return isPresent;
    }

    /** Before the first consumer, job or request: nobody writes behind the cursors of a restored database. */
    void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException {
        round();
        if (state.ahead()) {
            throw new IllegalStateException(RestoreReadiness.WHAT_TO_DO);
        }
        gauge("suite.log.behind.horizon", "committed rows that are not final yet", LogState::behindHorizon);
        gauge("suite.log.horizon.held.seconds", "how long the horizon has been held", LogState::holderSeconds);
        gauge("suite.relay.unsent", "final rows that the relay has not passed", LogState::unsent);
        gauge("suite.relay.unsent.seconds", "age of the first of them", LogState::unsentSeconds);
        gauge("suite.inbox.parked", "events that wait for a replay", LogState::parked);
        gauge("suite.relay.refused", "rows that Kafka refused, with those behind them", LogState::refused);
    }

    private void gauge(String name, String description, ToDoubleFunction<LogState> value) {
        Gauge.builder(name, this, watch -> watch.isPresent ? value.applyAsDouble(watch.state) : Double.NaN)
                .description(description)
                .register(meters);
    }

    @Override
    public String name() {
        return "log-watch";
    }

    @Override
    public Period period() {
        return config.watchEvery();
    }

    @Override
    public void round() throws SQLException {
        LogState seen = look();
        if (seen.holderSeconds() > 5 && state.holderSeconds() <= 5) {
            LOG.warnf("%s has held the horizon for %.1f s: no feed goes on", seen.holder(), seen.holderSeconds());
        }
        state = seen;
        isPresent = true;
    }

    private LogState look() throws SQLException {
        try {
            return reader.look();
        } catch (SQLException e) {
            isPresent = false;
            throw e;
        }
    }
}
