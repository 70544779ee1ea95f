package org.pengjiang.systemtests;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What careless and malicious callers make of one body: each member in turn left out, emptied, nulled, of another kind, too
 * large, or no text; and the whole in other encodings.
 */
final class HostileBodies {
    /** Cannot occur in a body, and stands where the raw text goes. */
    private static final String MARK = "@raw@";

    /** Of the raw values: null and nothing, which every member of every body is set to. */
    private static final int ESSENTIAL = 2;

    /** Of the other values, each place gets so many. */
    private static final int OTHERS = 3;

    /** Of the encodings of a whole body. */
    private static final int ENCODINGS = 8;

    private static final List<String> RAW = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"\\u3000\"",
            "[]",
            "{}",
            "[null]",
            "{\"a\":null}",
            "0",
            "7",
            "-1",
            "15.9",
            "1e1",
            "2147483648",
            "9223372036854775808",
            "1e40",
            "1e-40",
            "1e400",
            "1e999999999",
            "true",
            "\"true\"",
            "\"1\"",
            "\"-1\"",
            "\"1.5\"",
            "\"1789725600\"",
            "\"text\"",
            "\"\\u0007\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\\u200b\"",
            "\"\uD83D\uDE00\"",
            "\"%s%n${x}#{y}{0}\"",
            "\"2026-02-30\"",
            "\"9999-12-31\"",
            "\"0000-01-01\"",
            "\"+999999999-12-31\"",
            "\"2026-09-18T24:00:00+08:00\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"" + "x".repeat(3_000) + "\"",
            "\"" + "\uD840\uDC00".repeat(1_000) + "\"",
            "\"" + "9".repeat(99) + "\"",
            "[" + "7,".repeat(300) + "7]",
            "[".repeat(45) + "]".repeat(45),
            "[".repeat(60) + "]".repeat(60),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "tru",
            "NaN");

    private final Random random;
    private final Deck others;
    private final Deck shapes;
    private final Deck encodings;

    record Body(String what, byte[] bytes) {}

    HostileBodies(Random random) {
        this.random = random;
        this.others = new Deck(random);
        this.shapes = new Deck(random);
        this.encodings = new Deck(random);
    }

    /** Each member left out, nulled and emptied; some of the other values in each place; some encodings of the whole. */
    List<Body> of(JsonNode example) {
        List<Body> bodies = new ArrayList<>(essential(example));
        for (JsonPointer place : places(example)) {
            for (String raw : others.deal(RAW.subList(ESSENTIAL, RAW.size()), OTHERS)) {
                String shown = raw.length() > 40 ? raw.substring(0, 40) + "…" : raw;
                bodies.add(body(place + " = " + shown, with(example, place, raw)));
            }
            String own = example.at(place).toString();
            bodies.addAll(shapes.deal(
                    List.of(
                            body(place + " as an array", with(example, place, "[" + own + "]")),
                            body(
                                    place + " as a text",
                                    with(example, place, TextNode.valueOf(own).toString())),
                            body(place + " nearly twice", with(example, place, own + "," + own))),
                    1));
        }
        bodies.addAll(encodings(example.toString()));
        return bodies;
    }

    /** Each member left out, nulled and emptied. */
    List<Body> essential(JsonNode example) {
        List<Body> bodies = new ArrayList<>();
        for (JsonPointer place : places(example)) {
            if (!place.matches()) {
                bodies.add(body("without " + place, without(example, place).toString()));
            }
            for (String raw : RAW.subList(0, ESSENTIAL)) {
                bodies.add(body(place + " = " + raw, with(example, place, raw)));
            }
        }
        return bodies;
    }

    /** Those of a body that were 500 once, and some others. */
    List<Body> encodings(String text) {
        List<Body> bodies = new ArrayList<>(OddEncodings.seenToFail());
        bodies.addAll(encodings.deal(OddEncodings.of(text, random), ENCODINGS));
        return bodies;
    }

    private static Body body(String what, String text) {
        return new Body(what, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The root, and everything in it. */
    private static List<JsonPointer> places(JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        collect(node, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> places) {
        places.add(here);
        node.properties().forEach(member -> collect(member.getValue(), here.appendProperty(member.getKey()), places));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), here.appendIndex(i), places);
            }
        }
    }

    private static JsonNode without(JsonNode example, JsonPointer place) {
        JsonNode copy = example.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        }
        return copy;
    }

    private static String with(JsonNode example, JsonPointer place, String raw) {
        if (place.matches()) {
            return raw;
        }
        JsonNode copy = example.deepCopy();
        ContainerNode<?> parent = (ContainerNode<?>) copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), MARK);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), TextNode.valueOf(MARK));
        }
        return copy.toString().replace("\"" + MARK + "\"", raw);
    }
}
