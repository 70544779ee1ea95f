package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.localstack.StackFailure;

/**
 * The JVM flags that make a program start quickly. From JDK 25 on, the first run of a build writes down at its end what it
 * learnt (the AOT cache) and later runs begin with it; older JDKs start with the quick compiler only.
 */
record StartUpCache(Path file) {

    private static final int FIRST_JDK_WITH_ONE_STEP_TRAINING = 25;

    /** @param application the folder whose files make the program; another build or JDK asks for another cache */
    static StartUpCache of(SuiteFolder folder, String program, Path application) {
        return new StartUpCache(folder.startUpCaches().resolve(program + "-" + fingerprint(application) + ".aot"));
    }

    /** @param trains only one of several replicas does, as they would overwrite each other */
    List<String> flags(boolean trains) {
        if (Runtime.version().feature() < FIRST_JDK_WITH_ONE_STEP_TRAINING) {
            return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        }
        if (Files.exists(file)) {
            return List.of("-XX:AOTCache=" + file, "-XX:+UseSerialGC", "-Xlog:aot=off", "-Xlog:cds=off");
        }
        if (trains && mayTrain()) {
            forgetOlderOnes();
            return List.of("-XX:AOTCacheOutput=" + file, "-XX:+UseSerialGC", "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    boolean isMissing() {
        return mayTrain() && !Files.exists(file) && Runtime.version().feature() >= FIRST_JDK_WITH_ONE_STEP_TRAINING;
    }

    /** Tests that run a build once would pay for the training and never profit from it. */
    private static boolean mayTrain() {
        return !"off".equals(System.getenv("SUITE_TRAINING"));
    }

    private void forgetOlderOnes() {
        String name = file.getFileName().toString();
        String prefix = name.substring(0, name.lastIndexOf('-') + 1);
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path old : files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new StackFailure("Old start-up caches in " + file.getParent() + " cannot be deleted.", e);
        }
    }

    private static String fingerprint(Path application) {
        try (Stream<Path> walk = Files.walk(application)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                // the JVM itself refuses a cache when a jar's size or time differs
                String line = path + " " + Files.size(path) + " "
                        + Files.getLastModifiedTime(path).toMillis() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new StackFailure("The build in " + application + " cannot be read; build again.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
