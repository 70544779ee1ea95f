package org.pengjiang.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of one stack: made when first asked for, kept in one file that only its owner can read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    public static Secrets in(Path folder) {
        Secrets secrets = new Secrets(folder.resolve("secrets.properties"));
        secrets.load();
        return secrets;
    }

    public String password(String name) {
        return get(name, 24, Base64.getUrlEncoder().withoutPadding());
    }

    /** 256 random bits in plain base64, as encryption keys are written in configuration. */
    public String key(String name) {
        return get(name, 32, Base64.getEncoder());
    }

    private synchronized String get(String name, int bytes, Base64.Encoder encoder) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        String made = encoder.encodeToString(random);
        values.setProperty(name, made);
        save();
        return made;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be read; make it readable or run ./suite reset.", e);
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
                values.store(writer, "made at first start; only this machine's stack uses them");
            }
        } catch (IOException e) {
            throw new StackFailure("The file " + file + " cannot be written; free some space or mend its rights.", e);
        }
    }
}
