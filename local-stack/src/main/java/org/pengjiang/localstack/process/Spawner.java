package org.pengjiang.localstack.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pengjiang.localstack.StackFailure;

/**
 * Starts children. The kernel's parent-death signal follows the spawning <em>thread</em>, not the process, so one thread
 * that lives as long as this JVM starts them all: a child started from a pool thread would die with that thread.
 */
public final class Spawner {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("local-stack-spawner").daemon().factory());

    private Spawner() {}

    public static Child spawn(ChildSpec spec) {
        try {
            return THREAD.submit(() -> start(spec)).get();
        } catch (ExecutionException e) {
            throw new StackFailure(cannotStart(spec), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while starting " + spec.name() + ".", e);
        }
    }

    /** Runs a command to its end under the same rules as a child, its output going to the log of {@code spec}. */
    public static int run(ChildSpec spec) {
        return spawn(spec).awaitExit();
    }

    private static Child start(ChildSpec spec) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        if (spec.refusesRoot()) {
            command.addAll(OrdinaryUser.prefix());
        }
        command.addAll(List.of("setpriv", "--pdeathsig", spec.deathSignal().name(), "--"));
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return new Child(spec, process);
    }

    private static String cannotStart(ChildSpec spec) {
        return spec.name() + " could not be started; the stack needs setsid and setpriv (package util-linux) on a Linux"
                + " machine and a writable " + spec.log().getParent() + ".";
    }
}
