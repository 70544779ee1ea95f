package org.pengjiang.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as the engine reads it: with its anchors and merges resolved, and its variables as they stand there. */
record ComposeFile(JsonNode content) {
    static ComposeFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new ComposeFile(new ObjectMapper().valueToTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> containers() {
        List<String> names = new ArrayList<>();
        content.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode container(String name) {
        return content.path("services").path(name);
    }

    JsonNode networks() {
        return content.path("networks");
    }

    boolean hasVolume(String name) {
        return content.path("volumes").has(name);
    }

    Set<String> environmentOf(String container) {
        Set<String> names = new TreeSet<>();
        container(container).path("environment").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Variables without a value: the engine takes them from .env, or leaves them out. */
    Set<String> passedThrough() {
        Set<String> names = new TreeSet<>();
        for (String container : containers()) {
            container(container).path("environment").properties().stream()
                    .filter(variable -> variable.getValue().isNull())
                    .forEach(variable -> names.add(variable.getKey()));
        }
        return names;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
