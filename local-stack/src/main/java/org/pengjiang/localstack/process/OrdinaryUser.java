package org.pengjiang.localstack.process;

import java.nio.file.Path;
import java.util.List;
import org.pengjiang.localstack.StackFailure;

/**
 * How root runs a program that refuses root. A user namespace without a mapping makes root look like nobody while files of
 * root stay its own; where containers forbid that, the program runs as nobody and its data folder is handed over.
 */
public final class OrdinaryUser {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    // keeps the right to walk through root's folders, so that binaries under /root stay reachable
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
