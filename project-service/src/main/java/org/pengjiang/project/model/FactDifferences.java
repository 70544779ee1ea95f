package org.pengjiang.project.model;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pengjiang.project.events.FactChange;

/** What two sayings of the facts differ in, field by field; the contact is not among them, it is nobody's history. */
final class FactDifferences {
    private FactDifferences() {}

    static List<FactChange> between(ProjectFacts before, ProjectFacts after) {
        Map<String, String> was = flat(before);
        Map<String, String> is = flat(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<FactChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                changes.add(new FactChange(name, was.get(name), is.get(name)));
            }
        }
        return changes;
    }

    /** Who invests, what kind it is, and planned money: after the signature these change only by a revision or a correction. */
    static boolean touchWhatWasSigned(List<FactChange> changes) {
        return changes.stream()
                .map(FactChange::fact)
                .anyMatch(fact -> fact.equals("kind")
                        || fact.equals("investors")
                        || fact.equals("parentProjectId")
                        || fact.equals("incrementYuan")
                        || fact.equals("separateFilingCode")
                        || fact.startsWith("money."));
    }

    private static Map<String, String> flat(ProjectFacts facts) {
        Map<String, String> found = new TreeMap<>();
        collect("", facts, found);
        return found;
    }

    private static void collect(String prefix, Record of, Map<String, String> found) {
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            Object value = read(component, of);
            if (value == null || value instanceof Contact || value.equals(List.of())) {
                continue;
            }
            String name = prefix + component.getName();
            if (value instanceof Record group
                    && component.getType().getPackageName().equals(ProjectFacts.class.getPackageName())) {
                collect(name + ".", group, found);
            } else {
                found.put(name, text(value));
            }
        }
    }

    /** The same for every spelling of a value: the database adds zeros to a number, and people blanks to a text. */
    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value.toString().strip();
    }

    private static @Nullable Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.getName(), e);
        }
    }
}
