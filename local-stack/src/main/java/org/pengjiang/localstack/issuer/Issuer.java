package org.pengjiang.localstack.issuer;

import java.net.URI;

/** Whoever issues the suite's tokens: the small issuer or the real Keycloak. Services cannot tell the difference. */
public interface Issuer extends AutoCloseable {

    int port();

    /** The value of {@code iss}. */
    String url();

    default URI jwksUrl() {
        return URI.create(url() + "/protocol/openid-connect/certs");
    }

    default URI tokenEndpoint() {
        return URI.create(url() + "/protocol/openid-connect/token");
    }

    @Override
    void close();
}
