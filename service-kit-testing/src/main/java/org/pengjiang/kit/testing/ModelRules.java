package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The parts of a model are those that the service declares, and each uses only parts declared before it: so there is no cycle. */
final class ModelRules {
    private final String model;
    private final JavaClasses classes;
    private final List<String> parts;

    ModelRules(String root, JavaClasses classes, List<String> parts) {
        this.model = root + ".model";
        this.classes = classes;
        this.parts = parts;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "the declared parts of the model exist and no other", this::partsAreThoseDeclared),
                DynamicTest.dynamicTest("a part of the model uses only parts declared before it", this::orderIsKept));
    }

    private void partsAreThoseDeclared() {
        Set<String> present = classes.stream()
                .flatMap(type -> partOf(type).stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!present.equals(new TreeSet<>(parts))) {
            throw new AssertionError("declared in " + model + " are " + parts + ", and there are " + present
                    + ": declare the parts that exist, each after those that it uses");
        }
        Set<String> outside = classes.stream()
                .filter(type -> type.getPackageName().equals(model))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!parts.isEmpty() && !outside.isEmpty()) {
            throw new AssertionError(
                    "in no part of the model, where no order guards them: " + outside + "; move them into a part");
        }
    }

    private void orderIsKept() {
        Map<String, String> against = new TreeMap<>();
        for (JavaClass type : classes) {
            int own = place(type);
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            own >= 0 && place(dependency.getTargetClass().getBaseComponentType()) > own)
                    .forEach(dependency -> against.putIfAbsent(
                            parts.get(own) + " uses "
                                    + parts.get(
                                            place(dependency.getTargetClass().getBaseComponentType())),
                            dependency.getDescription()));
        }
        if (!against.isEmpty()) {
            throw new AssertionError(against + ": against the declared order " + parts
                    + "; move what both need into a part before both, or declare the parts in the order of use");
        }
    }

    /** -1 for what lies in no declared part. */
    private int place(JavaClass type) {
        return partOf(type).map(parts::indexOf).orElse(-1);
    }

    /** Empty outside the model, and the empty name for a class directly in it. */
    private Optional<String> partOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(model)) {
            return Optional.of("");
        }
        return name.startsWith(model + ".")
                ? Optional.of(name.substring(model.length() + 1).split("\\.", 2)[0])
                : Optional.empty();
    }
}
