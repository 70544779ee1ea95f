package org.pengjiang.localstack.keycloak;

import java.nio.file.Path;
import org.pengjiang.localstack.Folders;

/**
 * How to start Keycloak.
 *
 * @param folder where its database, its log and its administrator's password stay
 * @param archive the distribution as the registry has it; asked for only when {@code cache} does not hold it unpacked
 * @param cache where the distribution is unpacked and built once
 */
public record KeycloakOptions(Path folder, int port, Path archive, Path cache) {

    /** @param home the working copy, in whose build folder {@code ./suite} and the tests lay the archive */
    public static KeycloakOptions keeping(Path folder, int port, Path home) {
        return new KeycloakOptions(folder, port, KeycloakDistribution.archiveUnder(home), Folders.sharedCache());
    }
}
