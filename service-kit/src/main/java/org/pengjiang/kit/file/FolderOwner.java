package org.pengjiang.kit.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * The one service whose contents lie in a folder: a marker in the folder names it. Another service would remove contents that its own
 * tables do not refer to.
 */
final class FolderOwner {
    private static final Logger LOG = Logger.getLogger(FolderOwner.class);
    private static final String MARKER = "files-of-";

    private FolderOwner() {}

    /**
     * Marks a folder that has no marker. A folder that cannot be written now keeps no service from starting.
     *
     * @throws IllegalStateException when the folder is another service's
     */
    static void claim(Path folder, String service) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            refuseAnother(folder, service);
            Path marker = folder.resolve(MARKER + service);
            if (!Files.exists(marker)) {
                // not CREATE_NEW: another replica may do the same
                Files.writeString(marker, service + "\n");
            }
            // another service that starts at the same moment has seen this marker, or this service sees the other's
            refuseAnother(folder, service);
        } catch (IOException unwritable) {
            LOG.warnf("the folder %s is not marked as the one of the service %s: %s", folder, service, unwritable);
        }
    }

    private static void refuseAnother(Path folder, String service) throws IOException {
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder, MARKER + "*")) {
            for (Path marker : markers) {
                if (!marker.equals(folder.resolve(MARKER + service))) {
                    throw new IllegalStateException("the folder of the service " + service
                            + " is marked as another service's by " + marker
                            + ": set SUITE_FILES_FOLDER to a folder of its own");
                }
            }
        }
    }
}
