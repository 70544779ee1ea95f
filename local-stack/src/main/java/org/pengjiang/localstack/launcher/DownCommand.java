package org.pengjiang.localstack.launcher;

import java.io.PrintStream;
import java.util.Optional;

/** Stops the launcher, which stops everything else in order. */
final class DownCommand {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final SuiteFolder folder;
    private final PrintStream out;

    DownCommand(SuiteFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() throws InterruptedException {
        if (!LauncherLock.isHeld(folder)) {
            out.println("The suite is not running.");
            return 0;
        }
        LogFollower log = LogFollower.fromItsEnd(folder.launcherLog(), out);
        Optional<ProcessHandle> launcher =
                SuiteState.read(folder).flatMap(state -> ProcessHandle.of(state.launcherPid()));
        if (launcher.isEmpty()) {
            out.println("The suite is still starting; try ./suite down again in some seconds.");
            return 1;
        }
        launcher.get().destroy();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (LauncherLock.isHeld(folder) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            log.printNews();
        }
        log.printNews();
        if (LauncherLock.isHeld(folder)) {
            out.println("The launcher (process " + launcher.get().pid()
                    + ") does not end; kill -9 it, its children follow.");
            return 1;
        }
        return 0;
    }
}
