package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    void everyPromiseIsTestedWhereItIsMade() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String type : EventSchemas.types()) {
            List<Path> makers = makers(type);
            if (type.equals("log.anchored.v1")) {
                continue; // the kit's own: EventContractsTest beside this
            }
            for (Path maker : makers) {
                Path module = ROOT.resolve(ROOT.relativize(maker).getName(0));
                String record = maker.getFileName().toString().replace(".java", "");
                if (naming(module.resolve("src/test/java"), "\"" + type + "\"", "")
                                .isEmpty()
                        && naming(module.resolve("src/test/java"), record, "").isEmpty()) {
                    faults.add(type + " is made by " + ROOT.relativize(maker) + " and no test of that module names it");
                }
            }
        }
        assertTrue(faults.isEmpty(), String.join("\n", faults));
    }

    @Test
    void everyFollowerIsTestedWithTheExamples() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path follower : sources("src/main/java")) {
            String text = Files.readString(follower);
            if (!text.contains("implements EventConsumer")
                    || follower.toString().contains("service-kit")) {
                continue;
            }
            Path module = ROOT.resolve(ROOT.relativize(follower).getName(0));
            boolean usesExamples = sources("src/test/java").stream()
                    .filter(test -> test.startsWith(module))
                    .anyMatch(test -> contains(test, "EventSchemas"));
            if (!usesExamples) {
                faults.add(ROOT.relativize(follower) + " follows events, and no test of its module uses EventSchemas");
            }
        }
        assertTrue(faults.isEmpty(), String.join("\n", faults));
        assertFalse(sources("src/main/java").isEmpty());
    }

    private static List<Path> makers(String type) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                found.addAll(naming(module.resolve("src/main/java"), "\"" + type + "\"", "/events/"));
            }
        }
        return found;
    }

    private static List<Path> naming(Path folder, String text, String within) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains(within))
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static List<Path> sources(String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(place -> Files.isDirectory(place.resolve(folder)))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
