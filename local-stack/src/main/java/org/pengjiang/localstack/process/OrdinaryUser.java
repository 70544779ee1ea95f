package org.pengjiang.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.pengjiang.localstack.StackFailure;

/**
 * How root runs a program that refuses root. A user namespace without a mapping makes root look like nobody while files of
 * root stay its own; where containers forbid that, the program runs as nobody and its data folder is handed over.
 */
public final class OrdinaryUser {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    // keeps the right to walk through root's folders, so that a data folder under /root stays reachable
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--reuid",
            NOBODY,
            "--regid",
            NOBODY,
            "--clear-groups",
            "--inh-caps",
            "+dac_override",
            "--ambient-caps",
            "+dac_override",
            "--");

    private static final boolean ROOT =
            Commands.run(List.of("id", "-u")).output().strip().equals("0");
    private static final boolean NAMESPACES =
            ROOT && Commands.run(List.of("unshare", "-U", "true")).succeeded();

    private OrdinaryUser() {}

    static List<String> prefix() {
        if (!ROOT) {
            return List.of();
        }
        return NAMESPACES ? NAMESPACE : AS_NOBODY;
    }

    /**
     * Where programs that refuse root are unpacked. Nobody may look into root's home, and PostgreSQL checks the rights to
     * its own programs without regard to capabilities, so for nobody they lie where everybody can read and only root write.
     */
    public static Path programsFolder(Path preferred) {
        if (!ROOT || NAMESPACES) {
            return preferred;
        }
        Path shared = Path.of("/var/tmp/pengjiang-suite-programs");
        try {
            Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rwxr-xr-x");
            if (!Files.exists(shared)) {
                Files.createDirectory(shared);
                Files.setPosixFilePermissions(shared, rights);
            }
            if (Files.isSymbolicLink(shared)
                    || !Files.getOwner(shared).getName().equals("root")
                    || !Files.getPosixFilePermissions(shared).equals(rights)) {
                throw new StackFailure("The folder " + shared
                        + " belongs to somebody else, and root would run what lies in it; delete it.");
            }
            return shared;
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + shared + " cannot be used (" + e.getMessage()
                            + "); run the suite as an ordinary user instead of root.",
                    e);
        }
    }

    /** Gives a data folder to the user the program will run as, where that is another one. */
    public static void handOver(Path folder) {
        if (!ROOT || NAMESPACES) {
            return;
        }
        Commands.Outcome outcome = Commands.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        if (!outcome.succeeded()) {
            throw new StackFailure("The folder " + folder + " could not be handed to the user nobody ("
                    + outcome.output().strip() + "); run the suite as an ordinary user instead of root.");
        }
    }
}
