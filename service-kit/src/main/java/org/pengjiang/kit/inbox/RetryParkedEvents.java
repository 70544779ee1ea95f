package org.pengjiang.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.pengjiang.kit.inbox.ParkedSubjects.Claimed;
import org.pengjiang.kit.inbox.ReplayParkedEvents.Tried;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Tries parked events again without anybody asking: each subject after a pause that doubles with every failure, and once by
 * each new version of the service. What cannot be read waits for a new version only. A lock in the way, or a database that is
 * away, is no try.
 */
@ApplicationScoped
class RetryParkedEvents implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(RetryParkedEvents.class);
    private static final long ADOPT_EVERY_NANOS = Duration.ofMinutes(10).toNanos();

    private final InboxConfig config;
    private final ParkedSubjects subjects;
    private final ReplayParkedEvents replay;
    private final ParkedEventMetrics metrics;
    private final Map<String, EventConsumer> consumers;
    private final String version;
    private Optional<Long> adoptedNanos = Optional.empty();

    @Inject
    RetryParkedEvents(
            InboxConfig config,
            ParkedSubjects subjects,
            ReplayParkedEvents replay,
            ParkedEventMetrics metrics,
            @All List<EventConsumer> consumers,
            RunningVersion version) {
        this(config, subjects, replay, metrics, consumers, version.text());
    }

    RetryParkedEvents(
            InboxConfig config,
            ParkedSubjects subjects,
            ReplayParkedEvents replay,
            ParkedEventMetrics metrics,
            List<EventConsumer> consumers,
            String version) {
        this.config = config;
        this.subjects = subjects;
        this.replay = replay;
        this.metrics = metrics;
        this.consumers = consumers.stream().collect(Collectors.toMap(EventConsumer::name, Function.identity()));
        this.version = version;
    }

    @Override
    public String name() {
        return "parked-event-retries";
    }

    @Override
    public Period period() {
        return config.parked().retryEvery();
    }

    @Override
    public void round() {
        try {
            tryWhatIsDue();
        } finally {
            // last: a figure that cannot be read must not keep anything parked
            metrics.measure();
        }
    }

    private void tryWhatIsDue() {
        adoptNowAndThen();
        List<String> names = List.copyOf(consumers.keySet());
        boolean databaseIsThere = true;
        while (databaseIsThere && SupervisedLoop.goesOn()) {
            Optional<Claimed> next = claim(names);
            if (next.isEmpty()) {
                return;
            }
            databaseIsThere = tryAgain(next.get());
        }
    }

    private Optional<Claimed> claim(List<String> names) {
        return subjects.claim(
                names, version, config.parked().retryFirst(), config.parked().retryLongest());
    }

    /** False when the database was away: the other subjects would fare no better. */
    private boolean tryAgain(Claimed claimed) {
        EventConsumer consumer = consumers.get(claimed.consumer());
        if (consumer == null) {
            throw new IllegalStateException("only subjects of known consumers are claimed");
        }
        Tried tried = replay.tryAll(consumer, claimed.subject(), SupervisedLoop::goesOn);
        boolean wasInterrupted =
                !tried.isComplete() || tried.failure() == Failure.TEMPORARY || tried.failure() == Failure.SERVER;
        if (wasInterrupted) {
            subjects.giveBack(claimed, config.parked().retryFirst());
        } else if (tried.reason() == null) {
            subjects.forgetEmpty(claimed.consumer(), claimed.subject());
        } else if (tried.reason() == Reason.MALFORMED) {
            subjects.waitForNewVersion(claimed);
        }
        LOG.infof(
                "consumer %s tried subject %s again: %d applied%s",
                claimed.consumer(),
                claimed.subject(),
                tried.applied(),
                tried.reason() == null ? "" : ", the next one stays parked: " + tried.reason());
        return tried.failure() != Failure.SERVER;
    }

    private void adoptNowAndThen() {
        long now = System.nanoTime();
        if (adoptedNanos.isEmpty() || now - adoptedNanos.get() > ADOPT_EVERY_NANOS) {
            subjects.adopt();
            adoptedNanos = Optional.of(now);
        }
    }
}
