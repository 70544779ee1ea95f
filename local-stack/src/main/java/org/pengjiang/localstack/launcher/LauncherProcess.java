package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;

/**
 * The long-lived process behind {@code ./suite up}. It stops on SIGTERM, tells of children that died and restarts none
 * silently: a server that dies has a reason somebody should read. {@code ./suite up} again starts what is missing.
 */
final class LauncherProcess {

    private static final long LOOK_EVERY_MILLIS = 300;

    private final SuiteFolder folder;
    private final UpOptions options;
    private final PrintStream out;
    private final CountDownLatch stopping = new CountDownLatch(1);

    // held until this process is gone, so that nobody starts beside children that are still stopping
    @SuppressWarnings("UnusedVariable")
    private @Nullable LauncherLock lock;

    LauncherProcess(SuiteFolder folder, UpOptions options, PrintStream out) {
        this.folder = folder;
        this.options = options;
        this.out = out;
    }

    int run() {
        lock = LauncherLock.take(folder)
                .orElseThrow(() -> new StackFailure("Another launcher is running in " + folder.path()
                        + "; ./suite status shows what it runs, ./suite down stops it."));
        RunningSuite suite = new RunningSuite(folder, options, out);
        Thread orderlyStop = new Thread(
                () -> {
                    stopping.countDown();
                    suite.stop();
                    forgetState();
                },
                "launcher-stop");
        try {
            forgetState();
            suite.start();
        } catch (StackFailure e) {
            out.println(e.getMessage());
            suite.stop();
            forgetState();
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(orderlyStop);
        watch(suite);
        return 0;
    }

    private void watch(RunningSuite suite) {
        Set<String> told = new HashSet<>();
        try {
            while (!stopping.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                Set<String> dead = new HashSet<>(suite.dead());
                told.retainAll(dead);
                for (String name : dead) {
                    if (told.add(name)) {
                        out.println(name + " died; its log tells why (./suite logs). Start it again with ./suite up.");
                    }
                }
                if (Files.exists(folder.healRequest())) {
                    heal(suite);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heal(RunningSuite suite) {
        try {
            suite.heal();
        } catch (StackFailure e) {
            out.println(e.getMessage());
        } finally {
            delete(folder.healRequest());
        }
    }

    private void forgetState() {
        delete(folder.state());
        delete(folder.healRequest());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be deleted; mend the rights of its folder.", e);
        }
    }
}
