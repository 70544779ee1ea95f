package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.file.store.LocalFileStore;

/** The store of this deployment. */
class FileStores {
    @Produces
    @ApplicationScoped
    FileStore store(FileConfig config, @ConfigProperty(name = "suite.service") String service) {
        return new LocalFileStore(config.folder()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "suite-files-" + service)));
    }
}
