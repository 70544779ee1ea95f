package org.pengjiang.kit.log.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;

/**
 * Which permission opens the log rows of which subjects to staff: {@code log-subjects.properties} of the service and
 * {@code kit-log-subjects.properties}. A line is {@code type = noun:verb}, the permission that the type's timeline or its other
 * reads need; a line without a permission opens them to everybody of the division. A type without a line is shown to nobody
 * but the parties that a row names.
 */
public final class SubjectPermissions {
    private static final List<String> FILES = List.of("log-subjects.properties", "kit-log-subjects.properties");

    private final Map<String, String> byType;
    private final RolePermissions permissions;

    private SubjectPermissions(Map<String, String> byType, RolePermissions permissions) {
        this.byType = Map.copyOf(byType);
        this.permissions = permissions;
    }

    /** @throws IllegalStateException when the service has no such file, or no role has a permission that it names */
    public static SubjectPermissions load() {
        RolePermissions permissions = RolePermissions.load();
        Map<String, String> byType = new HashMap<>();
        for (String file : FILES) {
            Properties lines = read(file);
            for (String type : lines.stringPropertyNames()) {
                String permission = lines.getProperty(type).strip();
                if (!permission.isEmpty() && permissions.rolesWith(permission).isEmpty()) {
                    throw new IllegalStateException(
                            file + ": no role has " + permission + ", which " + type + " needs.");
                }
                byType.put(type, permission);
            }
        }
        return new SubjectPermissions(byType, permissions);
    }

    public boolean knows(String subjectType) {
        return byType.containsKey(subjectType);
    }

    /** The types whose rows the caller may see, in alphabetical order. */
    List<String> of(Caller caller) {
        return byType.entrySet().stream()
                .filter(type -> type.getValue().isEmpty() || permissions.isGranted(caller.roles(), type.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Properties read(String file) {
        Properties lines = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The service has no " + file + ", which says what its log shows to whom.");
            }
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
