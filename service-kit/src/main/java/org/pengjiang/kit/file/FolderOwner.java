package org.pengjiang.kit.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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
        claim(folder, service, () -> {});
    }

    /** @param whenMarked between the mark and the last look at the folder */
    static void claim(Path folder, String service, Runnable whenMarked) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            refuseAnother(folder, service);
            Path marker = folder.resolve(MARKER + service);
            boolean isNew = !Files.exists(marker);
            // another replica may do the same; by this text the last one knows its own marker
            String mine = service + " " + UUID.randomUUID() + "\n";
            Files.writeString(marker, mine);
            whenMarked.run();
            try {
                // another service that starts at the same moment has seen this marker, or this service sees the other's
                refuseAnother(folder, service);
            } catch (IllegalStateException refused) {
                if (isNew) {
                    withdraw(marker, mine, refused);
                }
                throw refused;
            }
        } catch (IOException unwritable) {
            LOG.warnf("the folder %s is not marked as the one of the service %s: %s", folder, service, unwritable);
        }
    }

    /** Otherwise neither of two services that start at the same moment would ever start. A marker that a replica has renewed stays. */
    private static void withdraw(Path marker, String mine, IllegalStateException refused) {
        try {
            if (Files.readString(marker).equals(mine)) {
                Files.delete(marker);
            }
        } catch (IOException stays) {
            refused.addSuppressed(stays);
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
