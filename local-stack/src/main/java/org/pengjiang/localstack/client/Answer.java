package org.pengjiang.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a service answered; the body is a missing node where there was none. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body, byte[] bytes) {

    public Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    public String id() {
        return text("/id");
    }

    /** The text at a JSON pointer, empty when there is none. */
    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    /** @throws IllegalStateException that quotes the request and the answer when the status is another one */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException(
                    "%s was answered %d instead of %d: %s".formatted(request, status, expected, body));
        }
        return this;
    }
}
