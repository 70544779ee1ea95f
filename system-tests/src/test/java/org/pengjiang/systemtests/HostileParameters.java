package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What careless and malicious callers write into one parameter of the address, and into headers. */
final class HostileParameters {
    /** As they stand in an address. */
    private static final List<String> IN_ADDRESS = List.of(
            "",
            "%20",
            "%E3%80%80",
            "%00",
            "a%00b",
            "%zz",
            "%",
            "%f",
            "%ff",
            "%c0%80",
            "%ed%a0%80",
            "%F0%9F%98%80",
            "%E2%80%AE%E2%80%8B",
            "%07",
            "%0d%0aX:%20y",
            "..%2f..%2f",
            "%27%3B--",
            "%25",
            "_",
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e3",
            "2147483648",
            "99999999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30",
            "0000-01-01",
            "9999-12-31",
            "%2B999999999-12-31",
            "9999-12",
            "9999-12-31T23:59:59-18:00",
            "0000-01-01T00:00:00%2B18:00",
            "x".repeat(3_000),
            "%E9%95%BF".repeat(400),
            "9".repeat(300),
            "x".repeat(9_000));

    private static final Map<String, List<String>> IN_HEADERS = Map.of(
            "If-Match",
            List.of("", "*", "\"", "3", "W/\"3\"", "\"-1\"", "\"99999999999999999999\"", "\"\u00ff\"", "\"1\", \"2\""),
            "If-None-Match",
            List.of("", "*", "\"", ",,\"", "W/\"3\"", "\"99999999999999999999\"", "\u00ff"),
            "Idempotency-Key",
            List.of("", " ", "\u00ff", "\u00e4", "a b", "k".repeat(300), "k".repeat(7_000)),
            "Accept-Language",
            List.of("", ";;q", "x-", "zh-CN;q=x", "*", "\u00ff", "a".repeat(3_000), "en,".repeat(500)),
            "Content-Type",
            List.of(
                    "",
                    ";",
                    "a/b/c",
                    "application/json;charset=nonsense",
                    "application/json;charset=UTF-16",
                    "application/json;charset",
                    "text/plain",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded",
                    "*/*"),
            "Accept",
            List.of("", ",;", "*/*;q=x", "text/html", "application/json;q=0", "a/b/c"),
            "Content-Encoding",
            List.of("gzip", "nonsense"),
            "traceparent",
            List.of("", "00-0-0-0", "\u00ff"),
            "Range",
            List.of("bytes=9-1"));

    /** @param wellFormed whether it is HTTP at all: what is none is refused by the server below the kit */
    record Request(String what, String target, Map<String, String> headers, boolean wellFormed) {}

    /** Of the values, each parameter gets so many, and each operation so many headers. */
    private static final int VALUES = 8;

    private static final int HEADERS = 10;

    private final Deck values;
    private final Deck headerValues;

    HostileParameters(Random random) {
        this.values = new Deck(random);
        this.headerValues = new Deck(random);
    }

    List<Request> of(Operation operation, String path, Map<String, String> headers) {
        List<Request> requests = new ArrayList<>();
        String query = operation.query();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> inQuery(requests, name, path + query, headers);
                case "path" -> inPath(requests, operation, name, path, query, headers);
                default -> {
                    // every header is tried on every operation
                }
            }
        }
        inQuery(requests, "nonsense", path + query, headers);
        requests.addAll(headerValues.deal(inHeaders(operation, path + query, headers), HEADERS));
        return requests;
    }

    private static List<Request> inHeaders(Operation operation, String target, Map<String, String> headers) {
        List<Request> requests = new ArrayList<>();
        for (String charset : List.of("nonsense", "UTF-16", "", "%", "\u00ff", "utf-8;charset=x")) {
            Map<String, String> changed = new LinkedHashMap<>(headers);
            changed.put("Content-Type", operation.contentType() + ";charset=" + charset);
            requests.add(new Request("charset " + charset, target, changed, true));
        }
        new TreeMap<>(IN_HEADERS)
                .forEach((name, values) -> values.forEach(value -> {
                    Map<String, String> changed = new LinkedHashMap<>(headers);
                    changed.put(name, value);
                    requests.add(new Request("header " + name + ": " + shown(value), target, changed, true));
                }));
        return requests;
    }

    private void inQuery(List<Request> requests, String name, String target, Map<String, String> headers) {
        String start = target + (target.contains("?") ? "&" : "?");
        for (String value : values.deal(IN_ADDRESS, VALUES)) {
            requests.add(new Request(
                    "query " + name + "=" + shown(value), start + name + "=" + value, headers, isWellFormed(value)));
        }
        requests.add(new Request("query " + name + " twice", start + name + "=1&" + name + "=2", headers, true));
        requests.add(new Request("query " + name + " alone", start + name, headers, true));
    }

    private void inPath(
            List<Request> requests,
            Operation operation,
            String name,
            String path,
            String query,
            Map<String, String> headers) {
        String[] template = operation.path().split("/");
        String[] filled = path.split("/");
        for (String value : values.deal(IN_ADDRESS, VALUES)) {
            String[] changed = filled.clone();
            for (int i = 0; i < template.length; i++) {
                if (template[i].equals("{" + name + "}")) {
                    changed[i] = value;
                }
            }
            requests.add(new Request(
                    "path " + name + "=" + shown(value),
                    String.join("/", changed) + query,
                    headers,
                    isWellFormed(value)));
        }
    }

    private static boolean isWellFormed(String value) {
        return !value.matches(".*%(?![0-9a-fA-F]{2}).*");
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "… (" + value.length() + ")" : value;
    }
}
