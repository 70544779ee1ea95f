package org.pengjiang.localstack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.archive.Unpacked;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.JavaCommand;
import org.pengjiang.localstack.process.Spawner;

/** Keycloak's programs: unpacked and built for their database once per user, so that a start is a start and no build. */
record KeycloakDistribution(Path home) {

    private static final String ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    static Path archiveUnder(Path workingCopy) {
        return workingCopy.resolve("local-stack/target/keycloak/keycloak-quarkus-dist-" + version() + ".tar.gz");
    }

    static Path homeIn(Path cache) {
        return cache.resolve("keycloak-" + version());
    }

    static KeycloakDistribution builtIn(Path cache, Path archive) {
        Path home = homeIn(Folders.create(cache));
        try {
            Unpacked.once(home, () -> open(archive), folder -> build(folder.resolve("keycloak-" + version())));
        } catch (IOException e) {
            throw new StackFailure(
                    "Keycloak could not be unpacked into " + cache + " (" + e.getMessage()
                            + "); free some space or mend the folder's rights.",
                    e);
        }
        return new KeycloakDistribution(home.resolve("keycloak-" + version()));
    }

    /** @param data the folder that Keycloak shall take for its home: its database lies there, its programs are linked in */
    List<String> command(List<String> flags, Path data, List<String> arguments) {
        return JavaCommand.of(flags(flags, data), ENTRY, arguments);
    }

    /** What Keycloak looks for in its home, so that its data can lie elsewhere than its programs. */
    void linkInto(Path data) {
        try {
            for (String part : List.of("lib", "conf", "providers", "themes")) {
                Path link = data.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, home.resolve(part));
            }
        } catch (IOException e) {
            throw new StackFailure("The folder " + data + " cannot be written; free some space or mend its rights.", e);
        }
    }

    private static InputStream open(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            throw new StackFailure("Keycloak is not there yet: " + archive
                    + " is missing; ./suite up --keycloak fetches" + " it from the package registry.");
        }
        return new GZIPInputStream(Files.newInputStream(archive), 64 * 1024);
    }

    private static void build(Path home) {
        Path log = home.resolve("build.log");
        List<String> command =
                JavaCommand.of(flags(List.of("-Xmx512m"), home), ENTRY, List.of("build", "--db=dev-file"));
        Child build = Spawner.spawn(ChildSpec.of("Keycloak's build", command, home, log));
        if (build.awaitExit() != 0) {
            throw build.death();
        }
    }

    /** What its own start script gives the JVM, but the quick compiler only; it chooses its collector itself. */
    private static List<String> flags(List<String> more, Path home) {
        List<String> flags = new java.util.ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString()));
        flags.addAll(more);
        return flags;
    }

    static String version() {
        try (@Nullable InputStream in = KeycloakDistribution.class.getResourceAsStream("/keycloak.version")) {
            if (in == null) {
                throw new StackFailure("The file keycloak.version is not on the class path; build local-stack again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
