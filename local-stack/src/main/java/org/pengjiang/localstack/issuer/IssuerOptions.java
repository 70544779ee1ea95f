package org.pengjiang.localstack.issuer;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to start the issuer.
 *
 * @param host the name or address to listen on; anything but loopback is refused
 * @param port 0 means a free one
 * @param url what tokens carry as {@code iss}; {@code null} means the address the issuer listens on
 * @param folder where the signing key stays; {@code null} means a key that goes with the issuer
 */
public record IssuerOptions(
        String host,
        int port,
        @Nullable String url,
        @Nullable Path folder,
        Duration tokenLifetime) {

    private static final Duration ONE_HOUR = Duration.ofHours(1);

    public static IssuerOptions forTests() {
        return new IssuerOptions("127.0.0.1", 0, null, null, ONE_HOUR);
    }

    public static IssuerOptions keeping(Path folder, int port) {
        return new IssuerOptions("127.0.0.1", port, null, folder, ONE_HOUR);
    }

    public IssuerOptions withHost(String newHost) {
        return new IssuerOptions(newHost, port, url, folder, tokenLifetime);
    }

    public IssuerOptions withUrl(String newUrl) {
        return new IssuerOptions(host, port, newUrl, folder, tokenLifetime);
    }

    public IssuerOptions withTokenLifetime(Duration lifetime) {
        return new IssuerOptions(host, port, url, folder, lifetime);
    }
}
