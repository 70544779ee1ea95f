package org.pengjiang.kit.codes;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the names once, from {@code codes.properties} of the service and from the kit's own. */
@ApplicationScoped
class Codes {
    private final Map<String, CodeList> byName = new TreeMap<>();

    Codes(@ConfigProperty(name = "suite.files.enabled") boolean withFiles) {
        read("kit-codes");
        if (withFiles) {
            read("kit-file-codes");
        }
        read("codes");
    }

    CodeLists all() {
        return new CodeLists(List.copyOf(byName.values()));
    }

    Optional<CodeList> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void read(String bundle) {
        Map<String, String> english = inOrder(bundle + ".properties");
        Map<String, String> chinese = inOrder(bundle + "_zh_CN.properties");
        if (!english.keySet().equals(chinese.keySet())) {
            throw new IllegalStateException(bundle + " does not name the same constants in both languages");
        }
        Map<String, List<CodeList.Code>> lists = new LinkedHashMap<>();
        english.forEach((key, name) -> {
            String[] parts = key.split("\\.", 2);
            lists.computeIfAbsent(parts[0], list -> new ArrayList<>())
                    .add(new CodeList.Code(parts[1], chinese.getOrDefault(key, ""), name));
        });
        lists.forEach((name, codes) -> {
            if (byName.put(name, new CodeList(name, codes)) != null) {
                throw new IllegalStateException(bundle + " names " + name + " a second time");
            }
        });
    }

    /** A resource bundle forgets the order of its lines. */
    private static Map<String, String> inOrder(String file) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                new Properties() {
                    @Override
                    public synchronized Object put(Object key, Object text) {
                        return texts.put((String) key, (String) text);
                    }
                }.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
