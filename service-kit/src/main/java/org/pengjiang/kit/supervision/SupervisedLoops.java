package org.pengjiang.kit.supervision;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every loop that this service has started, so that liveness can look at all of them. */
@ApplicationScoped
public class SupervisedLoops {
    private final MeterRegistry meters;
    private final List<SupervisedLoop> loops = new CopyOnWriteArrayList<>();

    SupervisedLoops(MeterRegistry meters) {
        this.meters = meters;
    }

    public SupervisedLoop start(String name, SupervisedLoop.Work work) {
        return started(new SupervisedLoop(name, work, meters));
    }

    SupervisedLoop start(String name, SupervisedLoop.Work work, Duration longestBackOff) {
        return started(new SupervisedLoop(name, work, longestBackOff, meters));
    }

    private SupervisedLoop started(SupervisedLoop loop) {
        loops.add(loop);
        loop.start();
        return loop;
    }

    /** Tells all of them to end and gives them so long together; whichever still works then is interrupted. */
    public static void stop(Collection<SupervisedLoop> loops, Duration longest) throws InterruptedException {
        loops.forEach(SupervisedLoop::stop);
        long end = System.nanoTime() + longest.toNanos();
        for (SupervisedLoop loop : loops) {
            loop.join(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    List<SupervisedLoop> all() {
        return loops;
    }
}
