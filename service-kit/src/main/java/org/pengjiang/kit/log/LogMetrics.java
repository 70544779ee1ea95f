package org.pengjiang.kit.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code suite_log_events_total{type}}: what happened in the business, counted when it is committed and not before. */
@ApplicationScoped
class LogMetrics implements LogListener {
    private static final Object TYPES = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    LogMetrics(TransactionSynchronizationRegistry transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public void appended(Appended row) {
        Types known = (Types) transactions.getResource(TYPES);
        if (known == null) {
            known = new Types();
            transactions.putResource(TYPES, known);
            transactions.registerInterposedSynchronization(known);
        }
        known.types.add(row.event().type());
    }

    private Counter counter(String type) {
        return meters.counter("suite.log.events", "type", type);
    }

    private final class Types implements Synchronization {
        private final List<String> types = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // only what was committed has happened
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                types.forEach(type ->
                        counters.computeIfAbsent(type, LogMetrics.this::counter).increment());
            }
        }
    }
}
