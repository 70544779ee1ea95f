package org.pengjiang.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.OrdinaryUser;
import org.pengjiang.localstack.process.Ports;
import org.pengjiang.localstack.process.Signal;
import org.pengjiang.localstack.process.Spawner;
import org.pengjiang.localstack.process.TidyUp;

/**
 * A real PostgreSQL server. It can be stopped, frozen, killed and started again: port, data and passwords stay the same
 * until {@link #close()}.
 */
public final class PostgresServer implements AutoCloseable {

    private static final List<String> LASTING = List.of("--auth=scram-sha-256", "--data-checksums");

    /**
     * Data that goes with the server need not survive a power cut while it is being made. Tests sign in thousands of times,
     * and SCRAM asks 4,096 hashes of them each time.
     */
    private static final List<String> QUICK = List.of("--auth=password", "--set=scram_iterations=1", "--no-sync");

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final PostgresBinaries binaries;
    private final Path folder;
    private final boolean temporary;
    private final int maxConnections;
    private final Secrets secrets;
    private final int port;
    private final Administration administration;
    private final TidyUp tidyUp;
    private Child child;

    private PostgresServer(PostgresOptions options) {
        this.temporary = options.folder() == null;
        this.folder =
                options.folder() == null ? Folders.temporary("pengjiang-postgres-") : Folders.create(options.folder());
        this.maxConnections = options.maxConnections();
        this.secrets = Secrets.in(folder);
        this.port = options.port() == 0 ? Ports.free() : options.port();
        this.administration = new Administration(port, secrets);
        this.binaries = PostgresBinaries.unpackedIn(OrdinaryUser.programsFolder(options.cache()));
        this.child = firstLaunch();
        this.tidyUp = TidyUp.atExit(temporary, this::close);
    }

    public static PostgresServer start(PostgresOptions options) {
        PostgresServer server = new PostgresServer(options);
        try {
            server.awaitReady();
            options.services().forEach(server::database);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("postgresql.log");
    }

    public Child process() {
        return child;
    }

    /** The database of a service with its two roles, made when they are missing; rights and limits are set each time. */
    public ServiceDatabase database(String service) {
        return administration.database(service);
    }

    /** A superuser's connection, for what only tests and the stack itself may do. */
    public Connection administer(String database) throws SQLException {
        return administration.connect(database);
    }

    /** The superuser's account, for measurements that look at every database. */
    public ServiceDatabase.Account administrator() {
        return administration.account();
    }

    public void freeze() {
        child.freeze();
    }

    public void thaw() {
        child.thaw();
    }

    public void kill() {
        child.kill();
    }

    public void stop() {
        child.stop(STOP);
    }

    /** Starts the server again after {@link #stop()} or {@link #kill()}, on the same port with the same data. */
    public void restart() {
        if (child.isAlive()) {
            stop();
        }
        child = launch();
        awaitReady();
    }

    @Override
    public void close() {
        tidyUp.cancel();
        stop();
        forgetTemporaryFolder();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Child firstLaunch() {
        try {
            initialise();
            return launch();
        } catch (RuntimeException e) {
            forgetTemporaryFolder();
            throw e;
        }
    }

    private void forgetTemporaryFolder() {
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private void initialise() {
        if (Files.exists(data().resolve("global/pg_control"))) {
            return;
        }
        Folders.delete(data());
        Folders.create(data());
        Path passwordFile = folder.resolve("initdb.password");
        try {
            Files.writeString(passwordFile, secrets.password(Administration.SUPERUSER));
            OrdinaryUser.handOver(folder);
            List<String> command = new ArrayList<>(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + data(),
                    "--username=" + Administration.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--locale=C.UTF-8",
                    "--encoding=UTF8",
                    "--no-instructions"));
            command.addAll(temporary ? QUICK : LASTING);
            Child initdb = Spawner.spawn(spec(command));
            if (initdb.awaitExit() != 0) {
                Folders.delete(data());
                throw initdb.death();
            }
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + folder + " cannot be written; free some space or mend its rights.", e);
        } finally {
            forget(passwordFile);
        }
    }

    private static void forget(Path passwordFile) {
        try {
            Files.deleteIfExists(passwordFile);
        } catch (IOException e) {
            throw new StackFailure("The file " + passwordFile + " holds a password; delete it by hand.", e);
        }
    }

    private Child launch() {
        Ports.requireFree(port, "PostgreSQL");
        List<String> command =
                new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data().toString()));
        Map<String, String> settings = Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", Integer.toString(maxConnections),
                "max_prepared_transactions", "0",
                "fsync", "on",
                "timezone", "UTC",
                "log_timezone", "UTC",
                // the detail of a violated constraint quotes the whole row
                "log_error_verbosity", "terse");
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Spawner.spawn(spec(command));
    }

    private ChildSpec spec(List<String> command) {
        // TERM would make PostgreSQL wait for clients that may never leave; INT is its fast and orderly shutdown
        return ChildSpec.of("PostgreSQL", command, folder, log())
                .withEnvironment(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"))
                .withDeathSignal(Signal.INT)
                .refusingRoot();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            if (!child.isAlive()) {
                throw child.death();
            }
            if (administration.answers()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("PostgreSQL does not answer on port " + port + " after " + START.toSeconds()
                        + " s; see " + log() + ".");
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
