package org.pengjiang.localstack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;

/** The realm that Keycloak imports when its database is new. */
final class RealmFile {

    private static final String NAME = "pengjiang-realm.json";

    private RealmFile() {}

    /**
     * Keycloak imports a realm it does not have and never looks at the file again. The personas stand in the file and
     * nowhere else, so another file means a new database.
     */
    static void layInto(Path data) {
        Path file = Folders.create(data.resolve("data/import")).resolve(NAME);
        byte[] realm = read();
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), realm)) {
                return;
            }
            Folders.delete(data.resolve("data/h2"));
            Files.write(file, realm);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be written; free some space or mend its rights.", e);
        }
    }

    private static byte[] read() {
        try (@Nullable InputStream in = RealmFile.class.getResourceAsStream("/" + NAME)) {
            if (in == null) {
                throw new StackFailure(
                        "The realm file " + NAME + " is not on the class path; build local-stack again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
