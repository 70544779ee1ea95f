package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Ports;

/** Asks a part of the suite whether it can work. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Readiness() {}

    static boolean of(SuiteState.Part part) {
        @Nullable String readiness = part.readiness();
        return readiness == null ? Ports.answers(part.port()) : answers(URI.create(readiness));
    }

    static boolean answers(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while asking " + address + ".", e);
        }
    }
}
