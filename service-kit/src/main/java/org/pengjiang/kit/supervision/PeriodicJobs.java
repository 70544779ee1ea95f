package org.pengjiang.kit.supervision;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every {@link PeriodicJob}, each in a loop of its own, so that a slow one holds back no other. */
@ApplicationScoped
public class PeriodicJobs {
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final SupervisedLoops supervised;
    private final Map<String, PausableJob> jobs = new LinkedHashMap<>();
    private final List<SupervisedLoop> loops = new ArrayList<>();

    PeriodicJobs(SupervisedLoops supervised, @All List<PeriodicJob> declared) {
        this.supervised = supervised;
        for (PeriodicJob job : declared) {
            if (jobs.put(job.name(), new PausableJob(job)) != null) {
                throw new IllegalStateException("two periodic jobs are called " + job.name());
            }
        }
    }

    /** After everything else has started. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        jobs.forEach((name, job) -> job.job.period().every().ifPresent(every -> {
            Duration longest = every.compareTo(LONGEST_BACK_OFF) > 0 ? every : LONGEST_BACK_OFF;
            loops.add(supervised.start(name, loop -> job.runUntilStopped(loop, every), longest));
        }));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        SupervisedLoops.stop(loops, LAST_ROUND);
    }

    /** Returns when no round is under way and none will begin. */
    public void pause(String name) {
        job(name).pause(true);
    }

    public void resume(String name) {
        job(name).pause(false);
    }

    public void pauseAll() {
        jobs.values().forEach(job -> job.pause(true));
    }

    public void resumeAll() {
        jobs.values().forEach(job -> job.pause(false));
    }

    private PausableJob job(String name) {
        PausableJob job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("there is no periodic job " + name + ", only " + jobs.keySet());
        }
        return job;
    }

    private static final class PausableJob {
        private final PeriodicJob job;
        private boolean paused;

        PausableJob(PeriodicJob job) {
            this.job = job;
        }

        synchronized void pause(boolean wanted) {
            paused = wanted;
        }

        void runUntilStopped(SupervisedLoop loop, Duration every) throws Exception {
            while (!loop.isStopping()) {
                runUnlessPaused();
                loop.succeeded();
                loop.sleep(every);
            }
        }

        private synchronized void runUnlessPaused() throws Exception {
            if (paused) {
                return;
            }
            ManagedContext request = Arc.container().requestContext();
            request.activate();
            try {
                job.round();
            } finally {
                request.terminate();
            }
        }
    }
}
