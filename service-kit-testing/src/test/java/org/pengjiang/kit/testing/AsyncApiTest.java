package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one AsyncAPI document names every promise, and every promise is kept to by a test on each side. */
class AsyncApiTest {
    private static final Path ROOT = HttpContract.folder().getParent().getParent();
    private final JsonNode document = HttpContract.committed(ROOT.resolve("contracts/events/asyncapi.yaml"));

    @Test
    void everyEventTypeStandsInTheDocument() {
        Set<String> named = new TreeSet<>();
        for (Map.Entry<String, JsonNode> message :
                document.at("/components/messages").properties()) {
            String type = message.getValue().path("name").asText();
            named.add(type);
            assertEquals(
                    "./" + type + ".schema.json",
                    message.getValue().at("/payload/schema/$ref").asText());
        }
        assertEquals(new TreeSet<>(EventSchemas.types()), named);
    }

    @Test
    void everyMessageIsSentOnAChannelAndByAnOperation() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> message :
                document.at("/components/messages").properties()) {
            String name = message.getKey();
            List<String> channels = document.path("channels").properties().stream()
                    .filter(channel -> channel.getValue().path("messages").has(name))
                    .map(Map.Entry::getKey)
                    .toList();
            if (channels.isEmpty()) {
                faults.add(name + " is on no channel");
            }
            for (String channel : channels) {
                String reference = "#/channels/" + channel + "/messages/" + name;
                boolean isSent = document.path("operations").properties().stream()
                        .filter(operation ->
                                operation.getValue().path("action").asText().equals("send"))
                        .anyMatch(operation -> operation
                                .getValue()
                                .path("messages")
                                .findValuesAsText("$ref")
                                .contains(reference));
                if (!isSent) {
                    faults.add(name + " is sent on " + channel + " by no operation");
                }
            }
        }
        assertTrue(faults.isEmpty(), faults.toString());
    }

    @Test
    void everyPromiseIsMadeAndHeldToItsSchemaWhereItIsMade() throws IOException {
        assertEquals(List.of(), unkeptPromises(ROOT, EventSchemas.types()));
    }

    @Test
    void everyFollowerIsTestedWithTheExamples() throws IOException {
        assertTrue(followers(ROOT).size() > 5, "followers: " + followers(ROOT));
        assertEquals(List.of(), untestedFollowers(ROOT));
    }

    @Test
    void aPromiseThatIsOnlyMentionedOrThatNobodyMakesIsNoticed(@TempDir Path root) throws IOException {
        // Given
        write(root, "a/src/main/java/x/events/Made.java", "record Made() { String type() { return \"a.made.v1\"; } }");
        write(root, "a/src/test/java/x/MentionTest.java", "// Made is an event, a.made.v1: \"a.made.v1\"");
        write(root, "a/src/main/java/x/events/Kept.java", "record Kept() { String type() { return \"a.kept.v1\"; } }");
        write(root, "a/src/test/java/x/KeptTest.java", "EventSchemas.assertProduces(Kept.class, \"a.kept.v1\");");

        // When
        List<String> faults = unkeptPromises(root, List.of("a.made.v1", "a.kept.v1", "a.nobody.v1"));

        // Then
        assertEquals(
                List.of(
                        "a.made.v1 is made by a/src/main/java/x/events/Made.java and no test of that module holds it to its schema",
                        "a.nobody.v1 is made by nobody"),
                faults);
    }

    @Test
    void aFollowerWithoutATestOfItsOwnIsNoticed(@TempDir Path root) throws IOException {
        // Given
        write(root, "a/src/main/java/x/one/One.java", "class One implements EventConsumer {}");
        write(root, "a/src/test/java/x/one/OneTest.java", "EventSchemas.example(\"a.made.v1\")");
        write(root, "a/src/main/java/x/two/Two.java", "class Two implements EventConsumer {}");

        // When
        List<String> faults = untestedFollowers(root);

        // Then
        assertEquals(
                List.of("a/src/main/java/x/two/Two.java follows events, and no test beside it reads an example"),
                faults);
    }

    /** Held to its schema: read from its example, or what was written is compared. */
    private static List<String> unkeptPromises(Path root, List<String> types) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> main = sources(root, "src/main/java");
        List<Path> tests = sources(root, "src/test/java");
        for (String type : types) {
            List<Path> makers = main.stream()
                    .filter(file -> contains(file, "\"" + type + "\"") && contains(file, "record "))
                    .filter(file -> file.toString().contains("/events/")
                            || file.toString().contains("/kit/log/"))
                    .filter(file -> contains(file, "String type()"))
                    .toList();
            if (makers.isEmpty()) {
                faults.add(type + " is made by nobody");
            }
            for (Path maker : makers) {
                String record = maker.getFileName().toString().replace(".java", "");
                boolean kept = tests.stream()
                        .filter(test -> isWhereItIsTested(root, maker, test))
                        .anyMatch(test -> (contains(test, "assertProduces") && contains(test, record + ".class"))
                                || (contains(test, "EventSchemas.assertMatches")
                                        && contains(test, "\"" + type + "\"")));
                if (!kept) {
                    faults.add(type + " is made by " + root.relativize(maker)
                            + " and no test of that module holds it to its schema");
                }
            }
        }
        return faults;
    }

    /** The kit's own promises are tested beside this. */
    private static boolean isWhereItIsTested(Path root, Path maker, Path test) {
        String home = module(root, maker);
        return module(root, test).equals(home.equals("service-kit") ? "service-kit-testing" : home);
    }

    private static List<String> untestedFollowers(Path root) throws IOException {
        List<Path> tests = sources(root, "src/test/java");
        List<String> faults = new ArrayList<>();
        for (Path follower : followers(root)) {
            String home = root.relativize(follower.getParent()).toString().replace("src/main/java", "src/test/java");
            boolean tested = tests.stream()
                    .filter(test -> root.relativize(test.getParent()).toString().equals(home))
                    .anyMatch(test -> contains(test, "EventSchemas.") || contains(test, "AppealEvents."));
            if (!tested) {
                faults.add(root.relativize(follower) + " follows events, and no test beside it reads an example");
            }
        }
        return faults;
    }

    /** The kit's own follower is tested where calendars are followed. */
    private static List<Path> followers(Path root) throws IOException {
        return sources(root, "src/main/java").stream()
                .filter(file -> contains(file, "implements EventConsumer"))
                .filter(file -> !module(root, file).equals("service-kit"))
                .toList();
    }

    private static String module(Path root, Path file) {
        return root.relativize(file).getName(0).toString();
    }

    private static List<Path> sources(Path root, String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(place -> Files.isDirectory(place.resolve(folder)))
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path place = root.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
