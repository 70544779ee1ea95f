package org.pengjiang.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pengjiang.localstack.StackFailure;

/** A running child. It leads its own process group, so signals reach its own children too. */
public final class Child {

    private static final int LAST_LINES = 12;

    private final ChildSpec spec;
    private final Process process;

    Child(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    public String name() {
        return spec.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops the whole group where it stands, as a machine under swap or a hung disk would; {@link #thaw()} undoes it. */
    public void freeze() {
        Signal.STOP.toGroup(pid());
    }

    public void thaw() {
        Signal.CONT.toGroup(pid());
    }

    /** {@code kill -9} of the whole group: nothing gets a chance to tidy up. */
    public void kill() {
        Signal.KILL.toGroup(pid());
        awaitExit();
    }

    /** Asks the child to end, waits, and kills it when it does not. */
    public void stop(Duration patience) {
        if (!isAlive()) {
            return;
        }
        thaw();
        spec.deathSignal().to(pid());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    public int awaitExit() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + name() + " to end.", e);
        }
    }

    /** The end of the child's log, for a message that has to explain why it died. */
    public String lastWords() {
        try {
            List<String> lines =
                    Files.readString(spec.log(), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + spec.log() + ")";
        }
    }

    /** One sentence that says the child is dead, why, and where to read on. */
    public StackFailure death() {
        String end = name() + " ended with exit code " + process.exitValue();
        String words = lastWords();
        return words.contains("No space left on device")
                ? new StackFailure(end + " because the disk is full; free some space and run ./suite up again.")
                : new StackFailure(end + "; its last words are below, the whole log is " + spec.log() + ".\n" + words);
    }
}
