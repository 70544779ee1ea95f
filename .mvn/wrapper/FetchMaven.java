import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the Maven that the build wants and puts it where {@code ./mvnw} looks for it. Run as a single source file by any
 * JDK from 17 on: {@code java FetchMaven.java <maven-wrapper.properties> <target folder>}.
 *
 * <p>No registry's host name stands in this tree, so that an inside mirror is as good as the public one. The default
 * address follows from Maven's own group id ({@code org.apache.maven} read backwards, below {@code repo.});
 * {@code MVNW_REPOURL} names another one.
 */
final class FetchMaven {

    private static final int PATIENCE_MILLIS = 30_000;

    public static void main(String[] arguments) {
        Path target = Path.of(arguments[1]);
        Properties wanted = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            wanted.load(reader);
            fetch(wanted, target);
        } catch (IOException e) {
            System.err.println("mvnw: Maven could not be fetched into " + target + " (" + e + "). Check the network and the"
                    + " free space, or set MVNW_REPOURL to the base address of a Maven repository that you can reach.");
            System.exit(1);
        }
    }

    private static void fetch(Properties wanted, Path target) throws IOException {
        String group = wanted.getProperty("distributionGroup");
        String artifact = wanted.getProperty("distributionArtifact");
        String version = wanted.getProperty("distributionVersion");
        URI address = URI.create(String.join(
                "/",
                repository(group),
                group.replace('.', '/'),
                artifact,
                version,
                artifact + "-" + version + "-bin.zip"));
        System.err.println("mvnw: fetching Maven " + version + " (9 MB, once)");
        Files.createDirectories(target.getParent());
        Path work = Files.createTempDirectory(target.getParent(), "incomplete-");
        try {
            Path archive = work.resolve("maven.zip");
            download(address, archive);
            verify(archive, wanted.getProperty("distributionSha512"), address);
            unpack(archive, work);
            moveInto(work.resolve(artifact + "-" + version), target);
        } finally {
            delete(work);
        }
    }

    private static String repository(String group) {
        String own = System.getenv("MVNW_REPOURL");
        if (own != null && !own.isBlank()) {
            return own.strip().replaceAll("/+$", "");
        }
        List<String> labels = Arrays.asList(group.split("\\."));
        Collections.reverse(labels);
        return "https://repo." + String.join(".", labels) + "/maven2";
    }

    private static void download(URI address, Path archive) throws IOException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, archive);
        }
    }

    private static void verify(Path archive, String expected, URI address) throws IOException {
        String actual;
        try {
            actual = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
        if (!actual.equals(expected)) {
            throw new IOException("what " + address.getHost() + " sent is not the Maven this build trusts: SHA-512 " + actual
                    + " instead of " + expected);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive leads outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
                if (path.endsWith("bin/mvn")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Another build may have been quicker; its Maven is as good as ours. */
    private static void moveInto(Path unpacked, Path target) throws IOException {
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isRegularFile(target.resolve("bin/mvn"))) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
