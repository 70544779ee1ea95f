package org.pengjiang.kit.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which permissions each role has: {@code permissions.properties} of the service and {@code kit-permissions.properties}. A
 * line is {@code ROLE = noun:verb, noun:verb}; a role without permissions has an empty line, so that the service knows it.
 */
public final class RolePermissions {
    private static final String OF_THE_SERVICE = "permissions.properties";
    private static final String OF_THE_KIT = "kit-permissions.properties";

    private final Map<String, Set<String>> byRole;

    private RolePermissions(Map<String, Set<String>> byRole) {
        this.byRole = Map.copyOf(byRole);
    }

    /** @throws IllegalStateException when the service has no such file, or a permission is no {@code noun:verb} */
    public static RolePermissions load() {
        Map<String, Set<String>> byRole = new HashMap<>();
        for (String file : List.of(OF_THE_SERVICE, OF_THE_KIT)) {
            read(file)
                    .forEach((role, permissions) ->
                            byRole.computeIfAbsent(role, any -> new HashSet<>()).addAll(permissions));
        }
        return new RolePermissions(byRole);
    }

    /** The permissions that the service alone gives; it may give the kit's to roles of its own too. */
    public static Set<String> ofTheService() {
        Set<String> own = permissions(OF_THE_SERVICE);
        own.removeAll(permissions(OF_THE_KIT));
        return own;
    }

    private static Set<String> permissions(String file) {
        return read(file).values().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    }

    /** Without roles that no service of this kind has, such as those that an identity provider gives to everybody. */
    public Set<String> known(Set<String> roles) {
        return roles.stream().filter(byRole::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isGranted(Set<String> roles, String permission) {
        return roles.stream()
                .anyMatch(role -> byRole.getOrDefault(role, Set.of()).contains(permission));
    }

    /** In alphabetical order. */
    public List<String> rolesWith(String permission) {
        return byRole.entrySet().stream()
                .filter(role -> role.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, Set<String>> read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The service has no " + file + ", which says what each role may do.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Set<String>> byRole = new HashMap<>();
        for (String role : properties.stringPropertyNames()) {
            byRole.put(
                    role,
                    Arrays.stream(properties.getProperty(role).split(","))
                            .map(String::strip)
                            .filter(permission -> !permission.isEmpty())
                            .map(permission -> checked(permission, file))
                            .collect(Collectors.toSet()));
        }
        return byRole;
    }

    private static String checked(String permission, String file) {
        if (!permission.matches("[a-z-]+:[a-z-]+")) {
            throw new IllegalStateException(file + ": " + permission + " is no permission such as setting:read");
        }
        return permission;
    }
}
