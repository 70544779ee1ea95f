package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Persona;

/**
 * Thousands of requests that nobody would write, over bare sockets, so that no client library mends them. The answer is a
 * success, or a problem below 500; never anything else.
 */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class FuzzTest {
    private static final int REQUESTS = 4000;
    private static final String[] METHODS = {
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO", "get"
    };
    private static final String[] PATHS = {
        "/v1/notes",
        "/v1/notes/",
        "/v1/me",
        "/v1/notes/0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a10",
        "/v1/notes/x/resize",
        "/",
        "/v1/notes/import",
        "//",
        "/v1/%",
        "/v1/%zz",
        "/v1/notes?%",
        "/v1/notes?limit",
        "/v1/notes?limit=%zz",
        "/v1/notes?=&&=",
        "/v1/notes?title=%00",
        "/v1/notes?cursor=%ff",
        "*",
        "v1",
        "/v1/../../..",
        "/v1/notes#x",
        "http://x/v1/me",
        "/v1/notes/%ed%a0%80",
        "/\u0001",
        "/v1/notes?limit=1&limit=2"
    };
    private static final String[] HEADERS = {
        "Content-Type: application/json",
        "Content-Type: application/merge-patch+json",
        "Content-Type: text/csv",
        "Content-Type: ;",
        "Content-Type: a/b/c",
        "Content-Type: application/json;charset=nonsense",
        "Content-Type: multipart/form-data",
        "Accept: application/json",
        "Accept: ,;",
        "Accept: */*;q=x",
        "Accept: text/html",
        "Accept-Language: ;;q",
        "Accept-Language: x-",
        "If-Match: \"0\"",
        "If-Match: *",
        "If-Match: \"",
        "If-None-Match: ,,\"",
        "Idempotency-Key: k1",
        "Idempotency-Key: ",
        "Idempotency-Key: \u00e4",
        "Content-Encoding: gzip",
        "Transfer-Encoding: gzip",
        "Expect: 100-continue",
        "Expect: x",
        "traceparent: 00-0-0-0",
        "Cookie: a=b; ;=",
        "Range: bytes=9-1",
        "X-HTTP-Method-Override: DELETE",
        "Authorization: Bearer x",
        "Accept-Encoding: identity, br;q=x",
        "Origin: null",
        "Host: ",
        "Upgrade: websocket",
        "Connection: upgrade",
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: chunked",
        "Bad Header: x",
        ": x",
        "X: " + "y".repeat(20_000)
    };
    private static final List<String> NOT_HTTP = List.of(
            "Transfer-Encoding: gzip",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Bad Header: x",
            "\n: x",
            " /\u0001");
    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"title\"",
        "\"pages\"",
        "\"lines\"",
        "\"text\"",
        "null",
        "true",
        "1",
        "-1",
        "1e999999999",
        "0.1",
        "\"\"",
        "\"x\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"2026-01-01\"",
        "\"written\"",
        "\"price\"",
        "\"amount\"",
        "\"enterprise\"",
        "\"colour\"",
        "\"RED\"",
        " ",
        "\n",
        "\u00e4",
        "\"division\"",
        "\"44\"",
        "\"+999999999-12-31\"",
        "99999999999999999999"
    };

    private final String token =
            Persona.of("fuzz", "440703", "WRITER", "READER").token();

    @Test
    void nothingAnybodySendsIsAnErrorOfOurs() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz seed " + seed);
        Random random = new Random(seed);
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = request(random);
            String answer = send(request);
            String described = "seed " + seed + ", request " + i + ":\n"
                    + new String(request, StandardCharsets.ISO_8859_1)
                            .lines()
                            .limit(12)
                            .map(line -> line.substring(0, Math.min(line.length(), 200)))
                            .toList()
                    + "\n" + answer;
            assertTrue(answer.startsWith("HTTP/1."), described);
            int status = Integer.parseInt(answer.substring(9, 12));
            statuses.merge(status, 1, Integer::sum);
            assertTrue(status < 500, described);
            if (status >= 400 && isNotHttp(request)) {
                continue; // refused below HTTP: such a request has no language and no resource, only its connection
                // ends
            }
            if (status >= 400 && !new String(request, 0, 4, StandardCharsets.ISO_8859_1).equals("HEAD")) {
                assertTrue(answer.contains("application/problem+json"), described);
                assertTrue(answer.contains("\"traceId\":\""), described);
            }
        }
        System.out.println("fuzz statuses " + statuses);
        assertTrue(statuses.keySet().containsAll(List.of(200, 400, 401, 404, 405, 415)), statuses.toString());
    }

    private byte[] request(Random random) {
        StringBuilder head = new StringBuilder();
        head.append(pick(random, METHODS, 3))
                .append(' ')
                .append(pick(random, PATHS, 2))
                .append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        if (random.nextInt(10) > 0) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (random.nextInt(3) > 0) {
            head.append("Idempotency-Key: ").append(random.nextLong()).append("\r\n");
        }
        if (random.nextInt(3) > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(HEADERS[random.nextInt(HEADERS.length)]).append("\r\n");
        }
        byte[] body = body(random);
        if (head.indexOf("chunked") >= 0) {
            body = chunked(body);
        } else if (body.length > 0 && head.indexOf("Content-Length") < 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static boolean isNotHttp(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        if (text.split("Transfer-Encoding: |Content-Length: ", -1).length > 2) {
            return true; // two statements about where the body ends
        }
        try {
            return NOT_HTTP.stream().anyMatch(text::contains) || new URI(text.split(" ", 3)[1]).isOpaque();
        } catch (URISyntaxException noAddress) {
            return true;
        }
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (body.length > 0) {
            bytes.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(body);
            bytes.writeBytes(new byte[] {'\r', '\n'});
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static String pick(Random random, String[] from, int ordinary) {
        return from[random.nextBoolean() ? random.nextInt(ordinary) : random.nextInt(from.length)];
    }

    private static byte[] body(Random random) {
        switch (random.nextInt(5)) {
            case 0:
                return new byte[0];
            case 1:
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                return noise;
            case 2:
                String valid = "{\"title\":\"f" + random.nextLong()
                        + "\",\"pages\":3,\"lines\":[{\"text\":\"a\",\"weight\":1}]}";
                byte[] changed = valid.getBytes(StandardCharsets.UTF_8);
                for (int i = random.nextInt(3); i > 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                return changed;
            default:
                StringBuilder json = new StringBuilder(random.nextBoolean() ? "{" : "");
                for (int i = random.nextInt(30); i > 0; i--) {
                    json.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                }
                return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String send(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            try {
                out.write(request);
                out.flush();
            } catch (IOException answeredBeforeAllWasSent) {
                // what was answered is what counts
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    answer.write(buffer, 0, n);
                }
            } catch (IOException reset) {
                // likewise
            }
            return answer.toString(StandardCharsets.UTF_8).replaceFirst("^HTTP/1.1 100 Continue\\s+", "");
        }
    }
}
