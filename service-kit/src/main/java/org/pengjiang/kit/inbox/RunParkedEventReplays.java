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
import org.pengjiang.kit.inbox.ReplayParkedEvents.Replayed;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Works off bulk replays, subject by subject, each event in a transaction of its own. */
@ApplicationScoped
class RunParkedEventReplays implements PeriodicJob {
    private final InboxConfig config;
    private final ParkedEventReplays replays;
    private final ReplayParkedEvents replay;
    private final Map<String, EventConsumer> consumers;

    RunParkedEventReplays(
            InboxConfig config,
            ParkedEventReplays replays,
            ReplayParkedEvents replay,
            @All List<EventConsumer> consumers) {
        this.config = config;
        this.replays = replays;
        this.replay = replay;
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
        for (Optional<Job> job = replays.claim(); job.isPresent(); job = replays.claim()) {
            work(job.get());
        }
    }

    private void work(Job job) {
        Place place = job.after();
        List<Place> next = replays.next(job, place, consumers.keySet());
        while (!next.isEmpty()) {
            for (Place subject : next) {
                SupervisedLoop.progress();
                EventConsumer consumer = Objects.requireNonNull(consumers.get(subject.consumer()));
                Replayed replayed = replay.rest(consumer, subject.subject());
                if (!replays.advance(job, place, subject, replayed.applied(), replayed.remaining())) {
                    // this replica was taken for dead, and another one has gone on
                    return;
                }
                place = subject;
            }
            next = replays.next(job, place, consumers.keySet());
        }
        replays.finish(job, place);
    }
}
