package org.pengjiang.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pengjiang.kit.inbox.ParkedEventReplays.Job;
import org.pengjiang.kit.inbox.ParkedEventReplays.Place;
import org.pengjiang.kit.inbox.ReplayParkedEvents.Tried;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Works off bulk replays, subject by subject, each event in a transaction of its own. */
@ApplicationScoped
class RunParkedEventReplays implements PeriodicJob {
    private final InboxConfig config;
    private final ParkedEventReplays replays;
    private final ReplayParkedEvents replay;
    private final ParkedEvents parked;
    private final Map<String, EventConsumer> consumers;

    RunParkedEventReplays(
            InboxConfig config,
            ParkedEventReplays replays,
            ReplayParkedEvents replay,
            ParkedEvents parked,
            @All List<EventConsumer> consumers) {
        this.config = config;
        this.replays = replays;
        this.replay = replay;
        this.parked = parked;
        this.consumers = consumers.stream().collect(Collectors.toMap(EventConsumer::name, Function.identity()));
    }

    @Override
    public String name() {
        return "parked-event-replays";
    }

    @Override
    public Period period() {
        return config.parked().replayEvery();
    }

    @Override
    public void round() {
        boolean isWellDone = true;
        while (isWellDone && SupervisedLoop.goesOn()) {
            Optional<Job> job = replays.claim();
            isWellDone = job.isPresent() && work(job.get());
        }
    }

    private boolean work(Job job) {
        List<Place> next = replays.next(job, job.after(), consumers.keySet());
        while (!next.isEmpty()) {
            for (Place subject : next) {
                if (!isDone(job, subject)) {
                    return false;
                }
            }
            next = replays.next(job, next.getLast(), consumers.keySet());
        }
        replays.finish(job);
        return true;
    }

    /** False when this replica is to stop, was taken for dead or has no database: whoever comes next goes on with the job. */
    private boolean isDone(Job job, Place subject) {
        EventConsumer consumer = Objects.requireNonNull(consumers.get(subject.consumer()));
        Tried tried = replay.tryAll(consumer, subject.subject(), () -> SupervisedLoop.goesOn() && replays.keep(job));
        boolean isDone = tried.isComplete()
                && tried.failure() != Failure.SERVER
                && replays.advance(job, subject, tried.applied(), parked.count(subject.consumer(), subject.subject()));
        if (!isDone) {
            replays.leave(job, tried.applied());
        }
        return isDone;
    }
}
