package org.pengjiang.localstack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;

/**
 * What a running launcher tells {@code ./suite status}, {@code token} and {@code down}, in one file.
 *
 * @param complete everything was started once; before that the launcher is still at it
 */
record SuiteState(
        long launcherPid, int replicas, int portOffset, boolean complete, String tokenEndpoint, List<Part> parts) {

    /**
     * One server or service.
     *
     * @param pid 0 for what runs inside the launcher
     * @param readiness asked for by HTTP; without it an open port is enough
     */
    record Part(String name, long pid, int port, @Nullable String readiness, String address) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean runs(String part) {
        return parts.stream().anyMatch(known -> known.name().equals(part));
    }

    static Optional<SuiteState> read(SuiteFolder folder) {
        Path file = folder.state();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), SuiteState.class));
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be read; run ./suite down and ./suite up again.", e);
        }
    }

    void write(SuiteFolder folder) {
        Path incomplete = folder.state().resolveSibling("state.json.incomplete");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(incomplete.toFile(), this);
            Files.move(incomplete, folder.state(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure(
                    "The file " + folder.state() + " cannot be written; free some space or mend its rights.", e);
        }
    }
}
