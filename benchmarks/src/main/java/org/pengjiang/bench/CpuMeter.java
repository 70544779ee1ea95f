package org.pengjiang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of processes and all their children, read from {@code /proc}. The wall clock of a shared machine says little;
 * user plus system time of exactly the processes that did the work says a lot.
 */
final class CpuMeter {
    /** Kernel ticks are 10 ms on every Linux we run on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final Path PROC = Path.of("/proc");

    private CpuMeter() {}

    /** User and system time so far of these processes, their living children, and the dead ones they waited for. */
    static Duration of(List<Long> roots) {
        while (true) {
            List<Long> before = family(roots);
            long ticks = before.stream().mapToLong(CpuMeter::ticks).sum();
            // a child that ended between its parent's turn and its own would be missing, or counted twice
            if (family(roots).equals(before)) {
                return Duration.ofMillis(ticks * MILLIS_PER_TICK);
            }
        }
    }

    /** User and system time so far of each living child, by the name it goes by. */
    static Map<String, Duration> byChild(long root) {
        Map<String, Duration> times = new HashMap<>();
        for (long pid : children(root)) {
            times.merge(title(pid), Duration.ofMillis(ticks(pid) * MILLIS_PER_TICK), Duration::plus);
        }
        return times;
    }

    private static String title(long pid) {
        try {
            // PostgreSQL writes there what each of its processes is for: its user, database, address and state
            String title = Files.readString(PROC.resolve(pid + "/cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return title.replaceFirst("^postgres: ", "").replaceFirst(" [0-9.]+\\([0-9]+\\).*", "");
        } catch (IOException e) {
            return "ended";
        }
    }

    private static List<Long> family(List<Long> roots) {
        List<Long> found = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            long pid = open.pop();
            found.add(pid);
            open.addAll(children(pid));
        }
        return found.stream().sorted().toList();
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // utime stime cutime cstime are fields 14 to 17 of proc(5); the name before may hold blanks
            return Stream.of(11, 12, 13, 14)
                    .mapToLong(i -> Long.parseLong(afterName[i]))
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }
}
