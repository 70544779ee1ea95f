package org.pengjiang.localstack.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.pengjiang.localstack.StackFailure;

/** What the machine can still give: a server that starts without enough of it takes others with it. */
final class FreeMemory {

    private static final String LINE = "MemAvailable:";

    private FreeMemory() {}

    static void require(long megabytes, String wantedBy) {
        require(megabytes, wantedBy, Path.of("/proc/meminfo"));
    }

    static void require(long megabytes, String wantedBy, Path meminfo) {
        OptionalLong free = read(meminfo);
        if (free.isPresent() && free.getAsLong() < megabytes) {
            throw new StackFailure(wantedBy + " needs some " + megabytes + " MB of memory and " + free.getAsLong()
                    + " MB are free; stop something, or start the suite with its small issuer: ./suite up.");
        }
    }

    private static OptionalLong read(Path meminfo) {
        try {
            List<String> lines = Files.readAllLines(meminfo);
            return lines.stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            // no such file, no such check
            return OptionalLong.empty();
        }
    }
}
