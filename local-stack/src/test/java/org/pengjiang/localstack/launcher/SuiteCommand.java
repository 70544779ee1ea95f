package org.pengjiang.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.localstack.process.JavaCommand;

/** The launcher's commands as {@code ./suite} calls them, on a working copy without services, so on the servers alone. */
record SuiteCommand(Path home, int portOffset) {

    record Outcome(int exitCode, String output) {}

    Outcome up() {
        return run("up", "--port-offset", Integer.toString(portOffset));
    }

    Outcome run(String... arguments) {
        List<String> command =
                new ArrayList<>(JavaCommand.of(List.of("-Dsuite.home=" + home), Launcher.class.getName(), List.of()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("CLASSPATH", JavaCommand.ownClassPath());
            builder.environment().remove("SUITE_FOLDER");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ProcessHandle launcher() {
        return ProcessHandle.of(state().path("launcherPid").asLong()).orElseThrow();
    }

    ProcessHandle part(String name) {
        for (JsonNode part : state().path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return ProcessHandle.of(part.path("pid").asLong()).orElseThrow();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private JsonNode state() {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(home.resolve(".local-stack/state.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
