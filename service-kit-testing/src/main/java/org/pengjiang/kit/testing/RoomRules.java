package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rooms of a service are those that it declares, and use each other only along the arrows that it declares. */
final class RoomRules {
    private static final String EVENTS = "events";
    private static final String MODEL = "model";

    private final String root;
    private final JavaClasses classes;
    private final Map<String, Room> rooms = new TreeMap<>();
    private final Set<String> withModel;
    private final List<Use> uses;

    /** One class of a room uses one of another. */
    private record Use(String from, String to, JavaClass used, Dependency dependency) {
        String arrow() {
            return from + " uses " + to;
        }
    }

    RoomRules(String root, JavaClasses classes, Collection<Room> declared) {
        this.root = root;
        this.classes = classes;
        declared.forEach(room -> rooms.put(room.name(), room));
        this.withModel = classes.stream()
                .filter(this::isInModel)
                .flatMap(type -> roomOf(type).stream())
                .collect(Collectors.toSet());
        this.uses = classes.stream().flatMap(this::usesOf).toList();
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                DynamicTest.dynamicTest("the declared rooms exist and no other", this::roomsAreThoseDeclared),
                DynamicTest.dynamicTest("no room uses another without a declared arrow", this::arrowsAreDeclared),
                DynamicTest.dynamicTest("every declared arrow is used", this::arrowsAreUsed),
                DynamicTest.dynamicTest("the arrows between rooms have no cycle", this::arrowsHaveNoCycle),
                DynamicTest.dynamicTest("a room uses only the model of another", this::onlyModelsAreUsed),
                DynamicTest.dynamicTest("a model uses no use case of its room", this::modelsUseNoUseCase),
                DynamicTest.dynamicTest("nobody uses a channel", this::channelsAreNotUsed));
    }

    private void roomsAreThoseDeclared() {
        Set<String> outside = classes.stream()
                .filter(type -> type.getPackageName().equals(root))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!outside.isEmpty()) {
            throw new AssertionError(
                    "in no room, where no arrow guards them: " + outside + "; move them into the room that needs them");
        }
        Set<String> present =
                classes.stream().flatMap(type -> roomOf(type).stream()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = new TreeSet<>(rooms.keySet());
        if (present.contains(EVENTS)) {
            wanted.add(EVENTS);
        }
        if (!present.equals(wanted)) {
            throw new AssertionError("declared under " + root + " are " + wanted + ", and there are " + present
                    + ": declare the rooms that exist, so that no rule guards nothing");
        }
    }

    private void arrowsAreDeclared() {
        assertNone(
                between()
                        .filter(use -> !isChannel(use.from) && !isChannel(use.to))
                        .filter(use -> !declared(use.from).contains(use.to)),
                "declare the arrow if it makes no cycle; else move what both need into a room below both, or follow an event");
    }

    private void arrowsAreUsed() {
        Set<String> used = between().map(Use::arrow).collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>();
        rooms.values()
                .forEach(room -> room.uses().stream()
                        .map(other -> room.name() + " uses " + other)
                        .filter(arrow -> !used.contains(arrow))
                        .forEach(unused::add));
        if (!unused.isEmpty()) {
            throw new AssertionError("declared and not needed by any class: " + unused + "; take them out");
        }
    }

    private void arrowsHaveNoCycle() {
        rooms.keySet().forEach(room -> follow(room, new LinkedHashSet<>()));
    }

    private void follow(String room, Set<String> way) {
        if (!way.add(room)) {
            throw new AssertionError("the arrows lead back to where they began: " + String.join(" -> ", way) + " -> "
                    + room + "; move what both need into a room below both");
        }
        declared(room).forEach(other -> follow(other, way));
        way.remove(room);
    }

    private void onlyModelsAreUsed() {
        assertNone(
                between()
                        .filter(use -> !isChannel(use.from))
                        .filter(use -> withModel.contains(use.to) && !isInModel(use.used)),
                "a use case is its room's own; what others need of it is a rule: move it into the model");
    }

    private void modelsUseNoUseCase() {
        assertNone(
                uses.stream()
                        .filter(use -> use.from.equals(use.to))
                        .filter(use -> isInModel(use.dependency.getOriginClass()) && !isInModel(use.used)),
                "rules would follow whoever uses them; move what the model needs into it");
    }

    private void channelsAreNotUsed() {
        assertNone(
                between().filter(use -> isChannel(use.to)),
                "a channel is a way in from outside; move what is needed into a room");
    }

    private Stream<Use> between() {
        return uses.stream().filter(use -> !use.from.equals(use.to) && !use.to.equals(EVENTS));
    }

    private static void assertNone(Stream<Use> faults, String advice) {
        Map<String, String> found = new LinkedHashMap<>();
        faults.forEach(use -> found.putIfAbsent(use.arrow(), use.dependency.getDescription()));
        if (!found.isEmpty()) {
            throw new AssertionError(found + ": " + advice);
        }
    }

    private Stream<Use> usesOf(JavaClass type) {
        List<Use> found = new ArrayList<>();
        roomOf(type)
                .ifPresent(from -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    roomOf(used).ifPresent(to -> found.add(new Use(from, to, used, dependency)));
                }));
        return found.stream();
    }

    private Set<String> declared(String room) {
        return rooms.containsKey(room) ? rooms.get(room).uses() : Set.of();
    }

    private boolean isChannel(String room) {
        return rooms.containsKey(room) && rooms.get(room).isChannel();
    }

    private Optional<String> roomOf(JavaClass type) {
        return below(type).map(path -> path.split("\\.", 2)[0]);
    }

    private boolean isInModel(JavaClass type) {
        return below(type).stream()
                .map(path -> path.split("\\.", 3))
                .anyMatch(path -> path.length > 1 && path[1].equals(MODEL));
    }

    private Optional<String> below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? Optional.of(name.substring(root.length() + 1)) : Optional.empty();
    }
}
