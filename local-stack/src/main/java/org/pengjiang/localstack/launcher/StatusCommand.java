package org.pengjiang.localstack.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Says what runs; the exit code tells scripts whether anything is down. */
final class StatusCommand {

    private final SuiteFolder folder;
    private final PrintStream out;

    StatusCommand(SuiteFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() {
        Optional<SuiteState> state = SuiteState.read(folder);
        if (!LauncherLock.isHeld(folder)) {
            out.println("The suite is not running; start it with ./suite up.");
            return 1;
        }
        if (state.isEmpty() || !state.get().complete()) {
            out.println("The suite is starting; " + folder.launcherLog() + " tells how far it is.");
            return 1;
        }
        boolean allUp = true;
        for (SuiteState.Part part : state.get().parts()) {
            String condition = condition(part);
            allUp &= condition.equals("up");
            out.printf("%-18s %-10s %s%n", part.name(), condition, part.address());
        }
        out.printf("%-18s %-10s %s%n", "clock", "runs", SuiteTime.text(new SuiteTime(folder).now()));
        if (!allUp) {
            out.println("What is dead starts again with ./suite up.");
        }
        return allUp ? 0 : 1;
    }

    List<String> down() {
        return SuiteState.read(folder).map(SuiteState::parts).orElse(List.of()).stream()
                .filter(part -> !condition(part).equals("up"))
                .map(SuiteState.Part::name)
                .toList();
    }

    private static String condition(SuiteState.Part part) {
        if (part.pid() != 0
                && ProcessHandle.of(part.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
            return "dead";
        }
        return Readiness.of(part) ? "up" : "not ready";
    }
}
