package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The packages of a library in one order: each uses only those that stand before it, so that no two need each other. */
final class PackageOrder {
    private final String root;
    private final Map<String, Integer> places;

    private PackageOrder(String root, List<String> lowestFirst) {
        this.root = root;
        this.places =
                IntStream.range(0, lowestFirst.size()).boxed().collect(Collectors.toMap(lowestFirst::get, at -> at));
    }

    /** @param lowestFirst the packages by their names below {@code root} */
    static void assertKept(JavaClasses classes, String root, List<String> lowestFirst) {
        PackageOrder order = new PackageOrder(root, lowestFirst);
        order.assertComplete(classes);
        order.assertNothingUsesWhatStandsAbove(classes);
    }

    private void assertComplete(JavaClasses classes) {
        Set<String> present = classes.stream().map(this::packageOf).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unnamed = new TreeSet<>(present);
        unnamed.removeAll(places.keySet());
        Set<String> gone = new TreeSet<>(places.keySet());
        gone.removeAll(present);
        if (!unnamed.isEmpty() || !gone.isEmpty()) {
            throw new AssertionError("the order of the packages does not name " + unnamed + ", and names " + gone
                    + ", which do not exist");
        }
    }

    private void assertNothingUsesWhatStandsAbove(JavaClasses classes) {
        Map<String, String> upwards = new TreeMap<>();
        for (JavaClass type : classes) {
            for (Dependency use : new HashSet<>(type.getDirectDependenciesFromSelf())) {
                JavaClass used = use.getTargetClass().getBaseComponentType();
                if (used.getPackageName().startsWith(root + ".") && place(used) > place(type)) {
                    upwards.putIfAbsent(packageOf(type) + " uses " + packageOf(used), use.getDescription());
                }
            }
        }
        if (!upwards.isEmpty()) {
            throw new AssertionError(
                    "packages that use one above them: " + upwards + "; move what both need into a package below both");
        }
    }

    private int place(JavaClass type) {
        return places.getOrDefault(packageOf(type), -1);
    }

    private String packageOf(JavaClass type) {
        return type.getPackageName()
                .substring(Math.min(root.length() + 1, type.getPackageName().length()));
    }
}
