package org.pengjiang.localstack;

import java.util.Map;
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
        // each application has class loaders of its own, so a static field would not last
        String key = "local-stack.shared-servers." + name;
        if (System.getProperties().get(key) instanceof Map<?, ?> known) {
            return copy(known);
        }
        Map<String, String> settings = Map.copyOf(start.get());
        System.getProperties().put(key, settings);
        return settings;
    }

    private static Map<String, String> copy(Map<?, ?> known) {
        return known.entrySet().stream().collect(Collectors.toUnmodifiableMap(entry -> (String) entry.getKey(), entry ->
                (String) entry.getValue()));
    }
}
