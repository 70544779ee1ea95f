package org.pengjiang.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child.
 *
 * @param name stands in messages and log file names
 * @param command the program and its arguments; secrets belong into {@code environment}, which other users cannot read
 * @param deathSignal what the kernel sends the child when the launcher dies, and what an orderly stop sends
 * @param refusesRoot the program does not run as root, so root has to step aside
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        Signal deathSignal,
        boolean refusesRoot) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static ChildSpec of(String name, List<String> command, Path folder, Path log) {
        return new ChildSpec(name, command, Map.of(), folder, log, Signal.TERM, false);
    }

    public ChildSpec withEnvironment(Map<String, String> values) {
        return new ChildSpec(name, command, values, folder, log, deathSignal, refusesRoot);
    }

    public ChildSpec withDeathSignal(Signal signal) {
        return new ChildSpec(name, command, environment, folder, log, signal, refusesRoot);
    }

    public ChildSpec refusingRoot() {
        return new ChildSpec(name, command, environment, folder, log, deathSignal, true);
    }
}
