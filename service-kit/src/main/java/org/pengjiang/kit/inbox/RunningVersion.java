package org.pengjiang.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which code handles events now: a digest of the archives that hold the kit and the consumers. The version of the build does
 * not change with each build, and a handler that is mended has to be noticed.
 */
@Singleton
class RunningVersion {
    private final String text;

    RunningVersion(
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version,
            @All List<EventConsumer> consumers) {
        TreeSet<Path> archives = new TreeSet<>();
        addArchives(archives, RunningVersion.class);
        consumers.forEach(
                consumer -> addArchives(archives, ClientProxy.unwrap(consumer).getClass()));
        this.text = archives.isEmpty() ? version : version + "+" + digest(archives);
    }

    String text() {
        return text;
    }

    /** Of the class and of those it extends: a container may have put a generated one on top. */
    private static void addArchives(TreeSet<Path> archives, Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            CodeSource source = one.getProtectionDomain().getCodeSource();
            // a class that was generated at run time comes from nowhere
            URL place = source == null ? null : source.getLocation();
            try {
                if (place != null && "file".equals(place.getProtocol())) {
                    Path archive = Path.of(place.toURI());
                    if (Files.isRegularFile(archive)) {
                        archives.add(archive);
                    }
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException("the place of " + one + " is no URI", e);
            }
        }
    }

    private static String digest(Iterable<Path> archives) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (Path archive : archives) {
                try (InputStream in = Files.newInputStream(archive)) {
                    for (int read = in.read(part); read >= 0; read = in.read(part)) {
                        digest.update(part, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the archives of this service cannot be read", e);
        }
    }
}
