package org.pengjiang.localstack.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;

/** The command line of a child JVM, on the JDK that runs this one. */
public final class JavaCommand {

    private JavaCommand() {}

    public static List<String> of(List<String> flags, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /**
     * This JVM's class path with the jars that manifests name written out: test runners and our own launcher start from one
     * small jar that only lists the others, which may be gone when the child is started again.
     */
    public static String ownClassPath() {
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                collect(Path.of(entry).toAbsolutePath(), entries);
            }
        }
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }

    private static void collect(Path entry, Set<Path> entries) {
        if (!Files.exists(entry) || !entries.add(entry) || !Files.isRegularFile(entry)) {
            return;
        }
        for (String reference : manifestClassPath(entry).split(" ")) {
            if (!reference.isBlank()) {
                URI jar = entry.toUri().resolve(reference);
                collect(Path.of(jar), entries);
            }
        }
    }

    private static String manifestClassPath(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            @Nullable Manifest manifest = file.getManifest();
            @Nullable String listed =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return listed == null ? "" : listed;
        } catch (IOException e) {
            throw new StackFailure("The class path entry " + jar + " cannot be read; build again.", e);
        }
    }
}
