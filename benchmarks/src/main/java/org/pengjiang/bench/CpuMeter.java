package org.pengjiang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CPU time of processes and all their children, read from {@code /proc}. The wall clock of a shared machine says little;
 * user plus system time of exactly the processes that did the work says a lot.
 */
final class CpuMeter {
    /** Kernel ticks are 10 ms on every Linux we run on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final Path PROC = Path.of("/proc");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler.*");

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

    /** What of that the compilers of a JVM have spent. They live as long as it does. */
    static Duration ofCompilers(long pid) {
        try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
            return Duration.ofMillis(MILLIS_PER_TICK
                    * threads.map(thread -> thread.resolve("stat"))
                            .mapToLong(stat -> ticks(stat, COMPILER))
                            .sum());
        } catch (IOException e) {
            return Duration.ZERO;
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
        return ticks(PROC.resolve(pid + "/stat"), ANY);
    }

    /** None where the name is another one. */
    private static long ticks(Path file, Pattern name) {
        try {
            String stat = Files.readString(file);
            int end = stat.lastIndexOf(')');
            if (!name.matcher(stat.substring(stat.indexOf('(') + 1, end)).matches()) {
                return 0;
            }
            String[] afterName = stat.substring(end + 2).split(" ");
            // utime stime cutime cstime are fields 14 to 17 of proc(5); the name before may hold blanks
            return Stream.of(11, 12, 13, 14)
                    .mapToLong(i -> Long.parseLong(afterName[i]))
                    .sum();
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
