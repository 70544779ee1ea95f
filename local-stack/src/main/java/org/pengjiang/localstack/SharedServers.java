package org.pengjiang.localstack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Servers with temporary data that all test applications of one JVM use, one after the other. They end with the JVM; what one
 * application has written, the next one finds.
 */
public final class SharedServers {

    private SharedServers() {}

    /**
     * The settings that lead to the servers of that name. Only the first call starts them.
     *
     * @param start starts the servers and returns the settings
     */
    public static synchronized Map<String, String> settings(String name, Supplier<Map<String, String>> start) {
        // each application has class loaders of its own, so a static field would not last; and others read every system
        // property as a text
        String key = "local-stack.shared-servers." + name;
        String known = System.getProperty(key);
        if (known != null) {
            return read(known);
        }
        Map<String, String> settings = Map.copyOf(start.get());
        System.setProperty(key, written(settings));
        return settings;
    }

    private static String written(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, String> read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
    }
}
