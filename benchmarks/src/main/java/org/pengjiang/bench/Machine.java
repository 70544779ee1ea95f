package org.pengjiang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the figures were seen on, and how busy it was before the benchmark itself began. */
record Machine(LocalDateTime began, String load) {

    static Machine now() {
        return new Machine(
                LocalDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MINUTES),
                read("/proc/loadavg").split(" ")[0]);
    }

    List<String> facts(String command, String postgres) {
        return List.of(
                "`" + command + "`, " + began.atOffset(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors() + " cores (" + processor() + "), Linux "
                        + System.getProperty("os.version") + ", load " + load + " at the start",
                "JDK " + Runtime.version() + ", service and plain driver with "
                        + String.join(" ", ServiceReplica.JVM_FLAGS) + "; PostgreSQL " + postgres + ", fsync on");
    }

    private static String processor() {
        return read("/proc/cpuinfo")
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
