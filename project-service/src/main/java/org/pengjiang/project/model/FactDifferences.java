package org.pengjiang.project.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pengjiang.project.events.FactChange;

/** What two sayings of the facts differ in, field by field; the contact is not among them, it is nobody's history. */
final class FactDifferences {
    /** Once for each record: a class makes its accessors anew for whoever asks, and each of them is slow at first. */
    private static final ClassValue<List<Fact>> FACTS = new ClassValue<>() {
        @Override
        protected List<Fact> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() != Contact.class)
                    .map(Fact::of)
                    .toList();
        }
    };

    private FactDifferences() {}

    /** @param isGroup whether it holds facts of its own, such as {@code money} */
    private record Fact(String name, Method accessor, boolean isGroup) {
        static Fact of(RecordComponent component) {
            Class<?> type = component.getType();
            return new Fact(
                    component.getName(),
                    component.getAccessor(),
                    type.isRecord() && type.getPackage().equals(ProjectFacts.class.getPackage()));
        }

        @Nullable Object read(Record of) {
            try {
                return accessor.invoke(of);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name, e);
            }
        }
    }

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
        for (Fact fact : FACTS.get(of.getClass())) {
            Object value = fact.read(of);
            if (value == null || value.equals(List.of())) {
                continue;
            }
            String name = prefix + fact.name();
            if (fact.isGroup()) {
                collect(name + ".", (Record) value, found);
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
}
