package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;

/**
 * Where the suite of one working copy keeps what it needs.
 *
 * @param home the working copy
 * @param path its {@code .local-stack} folder, or another one by {@code SUITE_FOLDER}
 */
record SuiteFolder(Path home, Path path) {

    private static final long SPARE_MEGABYTES = 300;

    static SuiteFolder ofThisCall() {
        Path home =
                Path.of(System.getProperty("suite.home", ".")).toAbsolutePath().normalize();
        String other = System.getenv().getOrDefault("SUITE_FOLDER", "");
        return new SuiteFolder(
                home,
                other.isEmpty() ? home.resolve(".local-stack") : Path.of(other).toAbsolutePath());
    }

    Path launcherLog() {
        return logs().resolve("launcher.log");
    }

    Path logs() {
        return Folders.create(path.resolve("logs"));
    }

    /** What people have handed in to one service; its replicas share it. */
    Path files(ServiceModule service) {
        return path.resolve("files").resolve(service.module());
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** Exists while a running launcher is asked to bring up what died. */
    Path healRequest() {
        return path.resolve("heal");
    }

    Path state() {
        return path.resolve("state.json");
    }

    /** What the services' clocks go by, once the suite's time was set. */
    Path clock() {
        return path.resolve("clock");
    }

    Path postgresql() {
        return path.resolve("postgresql");
    }

    /** Something may have been written that bears the time of its day. */
    boolean hasData() {
        return Files.exists(postgresql());
    }

    Path demoLoaded() {
        return path.resolve("demo-loaded");
    }

    Path startUpCaches() {
        return Folders.create(path.resolve("aot"));
    }

    /** A full disk shows itself in a dozen odd ways later, so it is named before anything starts. */
    void requireSpace() {
        Folders.create(path);
        try {
            long megabytes = Files.getFileStore(path).getUsableSpace() / (1024 * 1024);
            if (megabytes < SPARE_MEGABYTES) {
                throw new StackFailure("The disk is full: " + megabytes + " MB are free under " + path
                        + " and the suite needs " + SPARE_MEGABYTES + " MB; free some space and run ./suite up again.");
            }
        } catch (IOException e) {
            throw new StackFailure("The folder " + path + " cannot be used (" + e.getMessage() + ").", e);
        }
    }
}
