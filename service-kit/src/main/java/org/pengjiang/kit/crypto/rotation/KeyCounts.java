package org.pengjiang.kit.crypto.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.pengjiang.kit.crypto.Encryptor;

/** Rows by the id of the key they lie under. */
final class KeyCounts {
    /** Stands for bytes that no encryptor of ours has sealed. */
    static final String NOT_SEALED = "?";

    /** Stands for bytes under a data key; no key of the ring is called so. */
    static final String DATA_KEY = "#";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Long> rows;

    private KeyCounts(Map<String, Long> rows) {
        this.rows = rows;
    }

    static KeyCounts read(String json) {
        try {
            return new KeyCounts(JSON.readValue(json, new TypeReference<TreeMap<String, Long>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sealed_column holds what write() wrote", e);
        }
    }

    /** What to count sealed bytes under. */
    static String of(byte[] sealed) {
        return Encryptor.keyOf(sealed).orElse(Encryptor.dataKeyOf(sealed).isPresent() ? DATA_KEY : NOT_SEALED);
    }

    String write() {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of numbers turns into JSON", e);
        }
    }

    void add(String key) {
        rows.merge(key, 1L, Long::sum);
    }

    void move(String from, String to) {
        rows.computeIfPresent(from, (key, count) -> count == 1 ? null : count - 1);
        add(to);
    }

    Map<String, Long> byKey() {
        return Map.copyOf(rows);
    }

    long under(String key) {
        return rows.getOrDefault(key, 0L);
    }
}
