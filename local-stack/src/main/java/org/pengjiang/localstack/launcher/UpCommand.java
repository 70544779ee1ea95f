package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.JavaCommand;

/** Starts the launcher in the background and follows it until everything is ready; or brings up what a running one lacks. */
final class UpCommand {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long HEAL_PATIENCE_NANOS = 180_000_000_000L;

    private final SuiteFolder folder;
    private final UpOptions options;
    private final PrintStream out;

    UpCommand(SuiteFolder folder, UpOptions options, PrintStream out) {
        this.folder = folder;
        this.options = options;
        this.out = out;
    }

    int run() throws InterruptedException {
        folder.requireSpace();
        if (LauncherLock.isHeld(folder)) {
            return resume();
        }
        LogFollower log = LogFollower.fromItsEnd(folder.launcherLog(), out);
        Process launcher = launchInBackground();
        boolean spoke = false;
        while (launcher.isAlive() && !isComplete(launcher.pid())) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            spoke |= log.printNews();
        }
        spoke |= log.printNews();
        if (launcher.isAlive()) {
            new Welcome(folder, out).print();
            return 0;
        }
        if (!spoke) {
            out.println("The launcher ended without a word; check the free space and " + folder.launcherLog() + ".");
        }
        return 1;
    }

    private boolean isComplete(long pid) {
        return SuiteState.read(folder)
                .filter(state -> state.launcherPid() == pid && state.complete())
                .isPresent();
    }

    private int resume() throws InterruptedException {
        awaitOtherStart();
        StatusCommand status = new StatusCommand(folder, out);
        if (status.down().isEmpty()) {
            out.println("The suite is running already:");
            refuseOtherOptions();
            return status.run();
        }
        out.println("Running, but down: " + String.join(", ", status.down()));
        LogFollower log = LogFollower.fromItsEnd(folder.launcherLog(), out);
        requestHealing();
        long deadline = System.nanoTime() + HEAL_PATIENCE_NANOS;
        while (Files.exists(folder.healRequest()) && LauncherLock.isHeld(folder) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            log.printNews();
        }
        log.printNews();
        int outcome = status.run();
        if (outcome != 0) {
            out.println("Still down; read ./suite logs NAME, or begin afresh with ./suite down and ./suite up.");
        }
        return outcome;
    }

    /** Another {@code up} may be in the middle of starting: its outcome is ours. */
    private void awaitOtherStart() throws InterruptedException {
        LogFollower log = LogFollower.fromItsEnd(folder.launcherLog(), out);
        while (LauncherLock.isHeld(folder)
                && SuiteState.read(folder).filter(SuiteState::complete).isEmpty()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            log.printNews();
        }
    }

    private void refuseOtherOptions() {
        Optional<SuiteState> state = SuiteState.read(folder);
        if (state.isPresent() && state.get().replicas() != options.replicas()) {
            out.println("It runs with " + state.get().replicas() + " replica(s) of each service; for "
                    + options.replicas() + " run ./suite down first.");
        }
        if (state.isPresent() && state.get().runs(RunningSuite.KEYCLOAK) != options.keycloak()) {
            out.println(
                    options.keycloak()
                            ? "Its tokens come from the small issuer; for Keycloak run ./suite down first."
                            : "Its tokens come from Keycloak; for the small issuer run ./suite down first.");
        }
    }

    private void requestHealing() {
        try {
            Files.writeString(folder.healRequest(), "");
        } catch (IOException e) {
            throw new StackFailure("The file " + folder.healRequest() + " cannot be written; mend its rights.", e);
        }
    }

    private Process launchInBackground() {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsuite.home=" + folder.home(),
                "-cp",
                JavaCommand.ownClassPath(),
                Launcher.class.getName(),
                "run"));
        command.addAll(options.asArguments());
        try {
            Process launcher = new ProcessBuilder(command)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.launcherLog().toFile()))
                    .start();
            launcher.getOutputStream().close();
            return launcher;
        } catch (IOException e) {
            throw new StackFailure(
                    "The launcher could not be started (" + e.getMessage()
                            + "); the suite needs setsid (package util-linux) and a writable " + folder.path() + ".",
                    e);
        }
    }
}
