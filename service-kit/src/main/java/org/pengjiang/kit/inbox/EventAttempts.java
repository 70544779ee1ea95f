package org.pengjiang.kit.inbox;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.inbox.EventHandler.Outcome;
import org.pengjiang.kit.problem.DatabaseFailure;

/** Tries the events of one consumer, and decides what follows from a failure. */
final class EventAttempts {
    private static final Logger LOG = Logger.getLogger(EventAttempts.class);

    private final EventConsumer consumer;
    private final InboxConfig config;
    private final EventHandler handler;
    private final InboxMetrics metrics;
    private final EventTracing tracing;

    EventAttempts(
            EventConsumer consumer,
            InboxConfig config,
            EventHandler handler,
            InboxMetrics metrics,
            EventTracing tracing) {
        this.consumer = consumer;
        this.config = config;
        this.handler = handler;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /** Null when it was applied, ignored or parked. */
    @Nullable Throwable failureOf(Message message) {
        try (EventTracing.Handling handling = tracing.begin(consumer, message)) {
            return failureOf(message, handling);
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    /** An Error of a handler is a failed try like any other. */
    private @Nullable Throwable failureOf(Message message, EventTracing.Handling handling) {
        try {
            Outcome outcome = handler.handle(consumer, message);
            handling.ended(outcome);
            metrics.count(consumer, outcome);
            return null;
        } catch (Throwable failure) {
            // an interrupt that the handler left behind would end the next poll
            Thread.interrupted();
            handling.failed(failure);
            return failure;
        }
    }

    /** True while the database is away: the whole partition waits, and no try is counted. */
    boolean waitsForServer(PartitionQueue queue, Throwable failure) {
        boolean away = Failure.of(failure) == Failure.SERVER || !handler.databaseAnswers();
        if (away) {
            LOG.infof("consumer %s waits for its database: %s", consumer.name(), DatabaseFailure.describe(failure));
            queue.waitForServer(config.serverPause());
        }
        return away;
    }

    /** The first event of a subject has failed: it is tried again later, or parked. */
    void failed(PartitionQueue queue, Message message, WaitingSubject waiting, Throwable failure) {
        boolean isFirst = waiting.tries() == 0;
        Failure kind = Failure.of(failure);
        if (!waiting.failed(kind, System.nanoTime(), config)) {
            park(queue, message, waiting, failure);
        } else if (isFirst && kind == Failure.TEMPORARY) {
            LOG.infof(
                    "consumer %s tries event %s of subject %s again, for at most %s: %s",
                    consumer.name(),
                    message.eventId(),
                    message.key(),
                    config.retryFor(),
                    DatabaseFailure.describe(failure));
        }
    }

    private void park(PartitionQueue queue, Message message, WaitingSubject waiting, Throwable failure) {
        LOG.errorf(
                failure,
                "consumer %s parks event %s (%s) of subject %s and every later one of it",
                consumer.name(),
                message.eventId(),
                message.type(),
                message.key());
        try {
            Outcome outcome = handler.park(
                    consumer, message, Reason.HANDLER_FAILED, DatabaseFailure.describe(failure), waiting.tries());
            metrics.count(consumer, outcome);
            queue.done(waiting);
        } catch (RuntimeException e) {
            // it stays where it is and comes round again
            LOG.warnf(e, "consumer %s cannot park yet", consumer.name());
            queue.waitForServer(config.serverPause());
        }
    }
}
