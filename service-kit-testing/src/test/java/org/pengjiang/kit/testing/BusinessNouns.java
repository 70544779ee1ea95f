package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What serves every service names nothing of the business of one: in no package, class, member or text. It reads the constants
 * of the class files, in which all of these stand.
 */
final class BusinessNouns {
    private static final Set<String> WORDS = Set.of("appeal", "captain", "investor", "pledge", "project", "team");
    private static final List<String> CHINESE = List.of("招商", "诉求", "军令状");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    /** The values of a module of their own, and a member of Office documents that run macros. */
    private static final Pattern NAMES_OF_OTHERS =
            Pattern.compile("org[/.]pengjiang[/.]identifiers[/.]\\w+|vbaProject\\.bin");

    private static final int UTF8 = 1;
    private static final Map<Integer, Integer> LENGTHS = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(5, 8),
            Map.entry(6, 8),
            Map.entry(7, 2),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(10, 4),
            Map.entry(11, 4),
            Map.entry(12, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    private BusinessNouns() {}

    /** @param allowed by package: words that stand there for something of every service */
    static void assertAbsent(JavaClasses classes, Map<String, Set<String>> allowed) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> nouns = new TreeSet<>();
            constants(type).forEach(text -> nouns.addAll(of(text)));
            nouns.removeAll(allowed.getOrDefault(type.getPackageName(), Set.of()));
            if (!nouns.isEmpty()) {
                found.put(type.getName(), nouns);
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError("words of the business of one service: " + found + "; let the service say them");
        }
    }

    static Set<String> of(String text) {
        Set<String> nouns = new TreeSet<>();
        Matcher word = WORD.matcher(NAMES_OF_OTHERS.matcher(text).replaceAll(""));
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
            if (WORDS.contains(singular)) {
                nouns.add(singular);
            }
        }
        CHINESE.stream().filter(text::contains).forEach(nouns::add);
        return nouns;
    }

    private static List<String> constants(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        List<String> texts = new ArrayList<>();
        try (InputStream in = BusinessNouns.class.getResourceAsStream(file);
                DataInputStream data = new DataInputStream(Objects.requireNonNull(in, file))) {
            data.skipNBytes(8);
            int count = data.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = data.readUnsignedByte();
                if (tag == UTF8) {
                    texts.add(data.readUTF());
                } else {
                    int length =
                            Objects.requireNonNull(LENGTHS.get(tag), () -> file + " has a constant of kind " + tag);
                    data.skipNBytes(length);
                    // a long and a double take two places
                    i += length == 8 ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
