package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plain path leads where Groovy finds it. */
class PlainPathsTest {
    private static final String ROOT = "restAssuredJsonRootObject";
    private static final List<String> NAMES = List.of("id", "items", "errors", "_x1");
    private static final Object NOT_PLAIN = PlainPaths.read(null, "1 + 1");

    @Test
    void itFindsWhatGroovyFinds() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("-Dtest.seed=" + seed);
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < 500; i++) {
            Object root = value(random, 4);
            String path = path(random);
            Object found = PlainPaths.read(root, path);
            if (found != NOT_PLAIN) {
                plain++;
                assertEquals(
                        new GroovyShell(new Binding(new LinkedHashMap<>(Map.of(ROOT, root)))).evaluate(path),
                        found,
                        "seed " + seed + ": " + path + " of " + root);
            }
        }
        assertTrue(plain > 100, "plain: " + plain);
    }

    @Test
    void whatIsNotPlainIsLeftToGroovy() {
        Map<String, Object> root = Map.of("items", List.of(Map.of("n", 1)), "text", "a");
        for (String path : List.of(
                ".items.n.sum()",
                ".items.first.n",
                ".items.find { it.n == 1 }",
                ".'a-b'",
                ".text.length()",
                ".text.id",
                ".none.id",
                ".class")) {
            assertEquals(NOT_PLAIN, PlainPaths.read(root, ROOT + path), path);
        }
    }

    @Test
    void restAssuredReadsEveryPathAsBefore() {
        PlainPaths.install();
        JsonPath answer = JsonPath.from("{\"items\": [{\"id\": 1}, {\"id\": 2.5}], \"a-b\": {\"c\": \"d\"}}");

        assertEquals(2, answer.getInt("items.size()"));
        assertEquals(List.of(1, 2.5f), answer.getList("items.id"));
        assertEquals(2.5f, answer.getFloat("items[-1].id"));
        assertEquals("d", answer.getString("'a-b'.c"));
        assertEquals("d", answer.getString("a-b.c"));
        assertEquals(1, answer.getInt("items.find { it.id == 1 }.id"));
        assertEquals(1, answer.param("wanted", 1).getInt("items.find { it.id == wanted }.id"));
        assertNull(answer.get("none.id"));
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(ROOT);
        for (int step = random.nextInt(4); step > 0; step--) {
            path.append(
                    random.nextInt(3) == 0
                            ? "[" + (random.nextInt(5) - 2) + "]"
                            : "." + NAMES.get(random.nextInt(NAMES.size())));
        }
        return random.nextInt(4) == 0 ? path.append(".size()").toString() : path.toString();
    }

    private static Object value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 8);
        if (kind < 2) {
            return kind == 0 ? "text" : (Object) random.nextInt();
        }
        if (kind < 5) {
            Map<String, Object> members = new LinkedHashMap<>();
            NAMES.forEach(name -> members.put(name, random.nextInt(6) == 0 ? null : value(random, depth - 1)));
            return members;
        }
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(random.nextInt(8) == 0 ? null : value(random, depth - 1));
        }
        return elements;
    }
}
