package org.pengjiang.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** The OpenAPI documents of the running service, as its management port serves them. */
final class ServedSurface {
    /** The canonical document, OpenAPI 3.1. */
    static final String CANONICAL = "/q/openapi";
    /** Its twin for generators, gateways and validators, OpenAPI 3.0.3. */
    static final String TWIN = "/q/openapi-v30";

    private static final int OK = 200;

    private ServedSurface() {}

    static String json(String path) {
        return get(path + "?format=json");
    }

    /** Changes with each start of a service. */
    static String address() {
        String url = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        return url.replaceAll("/+$", "").replaceAll("/q$", "");
    }

    private static String get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
            ConfigProvider.getConfig()
                    .getOptionalValue("suite.management.token", String.class)
                    .ifPresent(token -> request.header("Authorization", "Bearer " + token));
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(path + " of the management port answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
