package org.pengjiang.kit.file;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.file.store.LocalFileStore;
import org.pengjiang.kit.file.store.S3FileStore;
import org.pengjiang.kit.file.store.S3Location;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The store of this deployment. A bucket is reached when somebody needs it, and not when the service starts. */
@Dependent
class FileStores {
    /** Outside of production too: a bucket has no default, and a folder has one service. */
    void requireDecisions(
            @Observes StartupEvent started, FileConfig config, @ConfigProperty(name = "suite.service") String service) {
        if (!config.enabled()) {
            return;
        }
        switch (config.store()) {
            case FOLDER -> FolderOwner.claim(folder(config, service), service);
            case S3 -> requireDecisions(config.s3());
        }
    }

    private static void requireDecisions(FileConfig.S3 s3) {
        List<String> missing = new ArrayList<>();
        if (s3.bucket().isEmpty()) {
            missing.add("SUITE_FILES_S3_BUCKET");
        }
        if (s3.accessKey().isEmpty() && s3.accessKeyFile().isEmpty()) {
            missing.add("SUITE_FILES_S3_ACCESS_KEY");
        }
        if (s3.secretKey().isEmpty() && s3.secretKeyFile().isEmpty()) {
            missing.add("SUITE_FILES_S3_SECRET_KEY");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the store S3 needs " + String.join(", ", missing));
        }
    }

    @Produces
    @ApplicationScoped
    FileStore store(FileConfig config, @ConfigProperty(name = "suite.service") String service) {
        Path folder = folder(config, service);
        return switch (config.store()) {
            case FOLDER -> new LocalFileStore(folder);
            case S3 -> new S3FileStore(location(config.s3(), service), folder.resolve("incoming"));
        };
    }

    private static Path folder(FileConfig config, String service) {
        return config.folder()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "suite-files-" + service));
    }

    void close(@Disposes FileStore store) {
        if (store instanceof S3FileStore remote) {
            remote.close();
        }
    }

    private static S3Location location(FileConfig.S3 s3, String service) {
        return new S3Location(
                s3.endpoint().orElse(null),
                s3.region(),
                s3.bucket().orElseThrow(),
                prefix(s3.prefix(), service),
                s3.pathStyle(),
                () -> credentials(s3),
                s3.timeout());
    }

    /** Each service has its own, whatever services have in common: one removes what its own tables do not refer to. */
    static String prefix(Optional<String> common, String service) {
        return common.map(prefix -> prefix + "/").orElse("") + service + "/";
    }

    private static AwsCredentials credentials(FileConfig.S3 s3) {
        return AwsBasicCredentials.create(
                key(s3.accessKey(), s3.accessKeyFile()), key(s3.secretKey(), s3.secretKeyFile()));
    }

    private static String key(Optional<String> said, Optional<Path> file) {
        return said.orElseGet(() -> {
            try {
                return Files.readString(file.orElseThrow()).strip();
            } catch (IOException unreadable) {
                throw SdkClientException.create("the key of the file store cannot be read", unreadable);
            }
        });
    }
}
