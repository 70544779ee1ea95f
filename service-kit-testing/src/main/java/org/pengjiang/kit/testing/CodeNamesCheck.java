package org.pengjiang.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the constants of an OpenAPI document with the lists of names that the running service gives out. */
final class CodeNamesCheck {
    private CodeNamesCheck() {}

    static List<String> faults(JsonNode document, JsonNode lists) {
        List<String> faults = new ArrayList<>();
        Map<String, List<String>> promised = promised(document);
        Map<String, List<String>> named = new TreeMap<>();
        for (JsonNode list : lists.path("items")) {
            String name = list.path("name").asText();
            List<String> codes = new ArrayList<>();
            for (JsonNode code : list.path("codes")) {
                codes.add(code.path("code").asText());
                String chinese = code.path("nameZh").asText();
                String english = code.path("nameEn").asText();
                if (chinese.isBlank() || english.isBlank() || chinese.equals(english)) {
                    faults.add(name + "." + codes.getLast() + " has not both names: " + code);
                }
            }
            named.put(name, codes);
        }
        promised.forEach((name, constants) -> {
            if (!constants.equals(named.get(name))) {
                faults.add(name + " has the constants " + constants + ", and codes.properties names "
                        + named.getOrDefault(name, List.of()));
            }
        });
        named.keySet().stream()
                .filter(name -> !promised.containsKey(name))
                .forEach(name -> faults.add("codes.properties names " + name + ", which no document has"));
        inline(document).stream()
                .filter(constants -> !promised.containsValue(constants))
                .forEach(constants -> faults.add("constants of no schema of their own: " + constants));
        return faults;
    }

    private static Map<String, List<String>> promised(JsonNode document) {
        Map<String, List<String>> promised = new TreeMap<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().path("enum").isArray()) {
                promised.put(schema.getKey(), texts(schema.getValue().path("enum")));
            }
        });
        return promised;
    }

    /** Every list of constants, wherever it stands outside of examples. */
    private static List<List<String>> inline(JsonNode node) {
        List<List<String>> found = new ArrayList<>();
        if (node.path("enum").isArray() && node.path("type").isTextual()) {
            found.add(texts(node.path("enum")));
        }
        node.properties().stream()
                .filter(member -> !member.getKey().startsWith("example"))
                .forEach(member -> found.addAll(inline(member.getValue())));
        if (node.isArray()) {
            node.forEach(item -> found.addAll(inline(item)));
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
