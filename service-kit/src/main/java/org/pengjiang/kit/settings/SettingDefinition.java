package org.pengjiang.kit.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.Language;

/**
 * A setting as a service declares it.
 *
 * @param name as it stands in addresses and in the database, such as {@code cut-off}
 * @param title in Chinese
 * @param isDecidedByTwo whether a change is proposed by one person and confirmed by another
 * @param shipped version 1, in force until the division decides. It is never changed: what was computed by it stays so
 */
public record SettingDefinition(
        String name,
        String title,
        String titleInEnglish,
        ValueSchema schema,
        SettingRule rule,
        boolean isDecidedByTwo,
        SettingVersion shipped) {
    static final String POINTER = "/value";
    private static final int MOST_FAULTS = 50;
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the value that is shipped is faulty */
    public SettingDefinition {
        List<Fault> faults = faults(schema, rule, shipped.value());
        if (!faults.isEmpty() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("setting " + name + " is declared wrongly: " + faults);
        }
    }

    /** @param source where the shipped value comes from */
    public static SettingDefinition of(
            String name, String title, String titleInEnglish, ValueSchema schema, String shippedJson, String source) {
        return new SettingDefinition(
                name, title, titleInEnglish, schema, value -> List.of(), false, shipped(name, shippedJson, source));
    }

    public SettingDefinition ruledBy(SettingRule added) {
        return new SettingDefinition(name, title, titleInEnglish, schema, added, isDecidedByTwo, shipped);
    }

    /** For what moves credit, money or promises. */
    public SettingDefinition decidedByTwo() {
        return new SettingDefinition(name, title, titleInEnglish, schema, rule, true, shipped);
    }

    /** Everything that is wrong with a value, by pointers of the request. */
    public List<Fault> faults(JsonNode value) {
        return faults(schema, rule, value);
    }

    public String title(Language language) {
        return language == Language.CHINESE ? title : titleInEnglish;
    }

    /** Whether both say the same, however their decimals are written: 1.0 is 1.00. */
    static boolean areSame(JsonNode one, JsonNode other) {
        return one.equals((left, right) -> left.equals(right) || isSameDecimal(left, right) ? 0 : 1, other);
    }

    private static boolean isSameDecimal(JsonNode one, JsonNode other) {
        return Stream.of(one, other)
                        .allMatch(node -> node.isTextual()
                                && ValueSchema.Decimal.SHAPE
                                        .matcher(node.textValue())
                                        .matches())
                && new BigDecimal(one.textValue()).compareTo(new BigDecimal(other.textValue())) == 0;
    }

    private static List<Fault> faults(ValueSchema schema, SettingRule rule, JsonNode value) {
        List<Fault> faults = new ArrayList<>();
        ValueSchema.judgePresent(schema, value, POINTER, faults);
        if (value.isObject()) {
            faults.addAll(rule.faults(new SoundMembers(value, List.copyOf(faults))));
        }
        return faults.stream().limit(MOST_FAULTS).toList();
    }

    private static SettingVersion shipped(String name, String json, String source) {
        return new SettingVersion(name, 1, ALWAYS, read(json), true, source);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no JSON", e);
        }
    }
}
