package org.pengjiang.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a service and PostgreSQL spend in one second in which nobody asks for anything.
 *
 * @param service milliseconds of CPU per second of the service's process
 * @param words the same with each process of PostgreSQL that spent anything
 */
record IdleCost(double service, String words) {

    static final Duration LENGTH = Duration.ofSeconds(20);

    /** The relay slows down when nothing was committed for ten seconds. */
    private static final Duration SETTLES = Duration.ofSeconds(12);

    static IdleCost of(BenchStack stack) {
        Pause.millis(SETTLES.toMillis());
        List<Long> service = List.of(stack.service().process().pid());
        Duration before = CpuMeter.of(service);
        Map<String, Duration> byProcess = CpuMeter.byChild(stack.postgresPid());
        Pause.millis(LENGTH.toMillis());
        double ofService = perSecond(CpuMeter.of(service).minus(before));
        StringBuilder words = new StringBuilder("service " + text(ofService));
        CpuMeter.byChild(stack.postgresPid()).forEach((process, after) -> {
            Duration used = after.minus(byProcess.getOrDefault(process, Duration.ZERO));
            if (used.toMillis() > LENGTH.toSeconds()) {
                words.append(", PostgreSQL ").append(process).append(' ').append(text(perSecond(used)));
            }
        });
        return new IdleCost(ofService, words.toString());
    }

    private static double perSecond(Duration used) {
        return (double) used.toMillis() / LENGTH.toSeconds();
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }
}
