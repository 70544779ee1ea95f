package org.pengjiang.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pengjiang.kit.identity.RolePermissions;

/**
 * What {@code permissions.properties} says, for readers: the section of the running service in {@code docs/permissions.md},
 * one row per operation, and the table in its README, one row per permission.
 */
public final class PermissionDocuments {
    private static final Pattern PERMISSION = Pattern.compile("Permission: `([^`]+)`");
    private static final String BEGIN = "<!-- permissions of %s: written by ./suite contracts -->\n";
    private static final String END = "<!-- end of permissions -->\n";

    private PermissionDocuments() {}

    /** Fails when a document does not say what the file says; with {@code contracts.write} writes it anew. */
    public static void assertCommitted() {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        JsonNode surface = surface();
        Path root = HttpContract.folder().resolve("../..").normalize();
        hold(root.resolve("docs/permissions.md"), service, operations(surface));
        hold(root.resolve(service).resolve("README.md"), service, permissions(surface));
    }

    private static JsonNode surface() {
        try {
            return new ObjectMapper().readTree(ServedSurface.json(ServedSurface.CANONICAL));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String operations(JsonNode surface) {
        StringBuilder rows = new StringBuilder("\n| Operation | Request | Permission | Roles |\n|---|---|---|---|\n");
        byOperation(surface)
                .forEach((name, row) -> rows.append("| `")
                        .append(name)
                        .append("` | ")
                        .append(row)
                        .append(" |\n"));
        return rows.append('\n').toString();
    }

    private static Map<String, String> byOperation(JsonNode surface) {
        Map<String, String> rows = new TreeMap<>();
        surface.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation -> rows.put(
                                operation.getValue().path("operationId").asText(),
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " | "
                                        + whoMay(operation.getValue()))));
        return rows;
    }

    private static String whoMay(JsonNode operation) {
        Matcher permission = PERMISSION.matcher(operation.path("description").asText());
        if (permission.find()) {
            return "`" + permission.group(1) + "` | " + roles(permission.group(1));
        }
        return operation.path("security").isEmpty() && operation.has("security")
                ? " | everybody"
                : " | everybody with a token";
    }

    private static String permissions(JsonNode surface) {
        SortedSet<String> named = new TreeSet<>();
        surface.findValuesAsText("description").forEach(text -> {
            Matcher permission = PERMISSION.matcher(text);
            if (permission.find()) {
                named.add(permission.group(1));
            }
        });
        return named.stream()
                .map(permission -> "| `" + permission + "` | " + roles(permission) + " |\n")
                .collect(Collectors.joining("", "\n| Permission | Roles |\n|---|---|\n", "\n"));
    }

    private static String roles(String permission) {
        return String.join(", ", RolePermissions.load().rolesWith(permission));
    }

    private static void hold(Path file, String service, String wanted) {
        String begin = BEGIN.formatted(service);
        String text = read(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new AssertionError(file + " has no place for the permissions, which begins with " + begin.strip()
                    + " and ends with " + END.strip());
        }
        String now = text.substring(0, from + begin.length()) + wanted + text.substring(to);
        if (now.equals(text)) {
            return;
        }
        if (!Boolean.getBoolean("contracts.write")) {
            throw new AssertionError(
                    file + " does not say what permissions.properties says. Run ./suite contracts and" + " commit it.");
        }
        write(file, now);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
