package org.pengjiang.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;

/** Latency from commit to consumer and drain of a backlog, and where the time goes. */
final class RelayFigures {

    private static final Duration LATENCY = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int DRAINS = 3;

    private final BenchStack stack;
    private final Consumer<String> say;

    RelayFigures(BenchStack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    void measure(Supplier<Answer> commit, Results results) throws SQLException {
        try (EventWatcher watcher = EventWatcher.of(stack)) {
            RelayLatency latency = new RelayLatency(stack, watcher);
            // the watcher's own first steps are none of the relay's
            latency.ofRequests(commit, 50, WARM_UP);
            say.accept("50 events/s by requests for " + LATENCY.toSeconds() + " s");
            RelayLatency.OfRequests ofRequests = latency.ofRequests(commit, 50, LATENCY);
            results.latency("commit → consumer, 50/s by requests, from the answer", ofRequests.fromAnswer(), 5, 25);
            results.latency(
                    "the same events, from the log row's writing before the commit", ofRequests.fromRow(), 5, 25);
            whereItGoes(latency, results);
            for (int rate : List.of(50, 500)) {
                say.accept(rate + " events/s by rows for " + LATENCY.toSeconds() + " s");
                results.latency("commit → consumer, " + rate + "/s by rows", latency.ofRows(rate, LATENCY), 5, 25);
                whereItGoes(latency, results);
            }
            Drain drain = new Drain(stack, watcher);
            List<Double> drains = new ArrayList<>();
            for (int i = 1; i <= DRAINS; i++) {
                say.accept("drain " + i + " of " + DRAINS);
                drains.add(drain.eventsPerSecond());
            }
            results.drain(Samples.of(drains), 30_000);
        }
    }

    private static void whereItGoes(RelayLatency latency, Results results) {
        results.note(
                "of that",
                "to the relay's producer " + words(latency.toTheRelay()) + "; through Kafka "
                        + words(latency.throughKafka()));
    }

    private static String words(Samples samples) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                samples.median(),
                samples.percentile(99),
                samples.largest());
    }
}
