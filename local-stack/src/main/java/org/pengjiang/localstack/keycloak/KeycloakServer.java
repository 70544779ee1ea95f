package org.pengjiang.localstack.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.issuer.Issuer;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.Ports;
import org.pengjiang.localstack.process.Spawner;

/**
 * A real Keycloak that has imported the realm file. Its personas' passwords are public, therefore it listens on loopback
 * only. Port and data stay the same over a restart.
 */
public final class KeycloakServer implements Issuer {

    private static final long MEMORY_MEGABYTES = 900;
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final KeycloakOptions options;
    private final Path folder;
    private final KeycloakDistribution distribution;
    private Child child;

    private KeycloakServer(KeycloakOptions options) {
        FreeMemory.require(MEMORY_MEGABYTES, "Keycloak");
        this.options = options;
        this.folder = Folders.create(options.folder());
        this.distribution = KeycloakDistribution.builtIn(options.cache(), options.archive());
        this.child = launch();
    }

    /** Starts it without waiting, so that other servers can start meanwhile; {@link #awaitReady()} follows. */
    public static KeycloakServer begin(KeycloakOptions options) {
        return new KeycloakServer(options);
    }

    /** Whether the next start has to unpack and build it first. */
    public static boolean isNewTo(KeycloakOptions options) {
        return !Files.isDirectory(KeycloakDistribution.homeIn(options.cache()));
    }

    @Override
    public int port() {
        return options.port();
    }

    @Override
    public String url() {
        return address() + "/realms/pengjiang";
    }

    public Path log() {
        return folder.resolve("keycloak.log");
    }

    public Child process() {
        return child;
    }

    /** Starts it again after it was stopped or killed, on the same port with the same data. */
    public void restart() {
        if (child.isAlive()) {
            child.stop(STOP);
        }
        child = launch();
        awaitReady();
    }

    @Override
    public void close() {
        child.stop(STOP);
    }

    public void awaitReady() {
        URI discovery = URI.create(url() + "/.well-known/openid-configuration");
        long deadline = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, discovery)) {
                if (!child.isAlive()) {
                    throw child.death();
                }
                if (System.nanoTime() > deadline) {
                    close();
                    throw new StackFailure("Keycloak does not answer at " + discovery + " after " + START.toSeconds()
                            + " s; see " + log() + ".");
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for Keycloak.", e);
        }
    }

    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private String address() {
        return "http://127.0.0.1:" + options.port();
    }

    private Child launch() {
        Ports.requireFree(options.port(), "Keycloak");
        distribution.linkInto(folder);
        RealmFile.layInto(folder);
        List<String> command = distribution.command(
                List.of("-Xms64m", "-Xmx512m"),
                folder,
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + options.port(),
                        "--hostname=" + address()));
        Map<String, String> administrator = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                Secrets.in(folder).password("keycloak.admin"));
        return Spawner.spawn(ChildSpec.of("Keycloak", command, folder, log()).withEnvironment(administrator));
    }
}
