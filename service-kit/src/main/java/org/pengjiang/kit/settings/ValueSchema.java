package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/**
 * The form of a setting's value. It names every fault of a value as it is written, without converting anything, and is
 * shown to clients as JSON Schema.
 */
public sealed interface ValueSchema {
    /** Remembers every fault of a value that is there. */
    void judge(JsonNode node, String at, List<Fault> faults);

    /** As JSON Schema 2020-12. */
    ObjectNode written();

    static ValueSchema.Members members() {
        return new Members(Map.of());
    }

    /** An object with some of the known names, each with a value of the same form. */
    static ValueSchema byName(Collection<String> names, ValueSchema each) {
        return new ByName(List.copyOf(names), each);
    }

    /** A whole number; 15.0 is none. */
    static ValueSchema whole(int least, int most, String unit) {
        return new Whole(least, most, unit);
    }

    /** A decimal in quotes, so that no client turns it into a binary fraction. */
    static ValueSchema decimal(String least, String most, int places, String unit) {
        return new Decimal(new BigDecimal(least), new BigDecimal(most), places, unit);
    }

    static ValueSchema oneOf(Collection<String> names) {
        return new OneOf(List.copyOf(names));
    }

    static ValueSchema yesOrNo() {
        return new YesOrNo();
    }

    /** A list of known names, each of them once. */
    static ValueSchema names(Collection<String> known) {
        return new Names(List.copyOf(known));
    }

    /** @param countWrong the code of a list that is longer or shorter */
    static ValueSchema list(ValueSchema each, int count, ProblemCode countWrong) {
        return new Listed(each, count, countWrong);
    }

    static void judgePresent(ValueSchema schema, @Nullable JsonNode node, String at, List<Fault> faults) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            faults.add(Fault.at(at, KitProblem.VALUE_MISSING));
        } else {
            schema.judge(node, at, faults);
        }
    }

    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean is(boolean right, String at, String type, List<Fault> faults) {
        if (!right) {
            faults.add(Fault.at(at, KitProblem.VALUE_TYPE, type));
        }
        return right;
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** An object with exactly these members. */
    record Members(Map<String, ValueSchema> members) implements ValueSchema {
        public Members with(String name, ValueSchema schema) {
            Map<String, ValueSchema> more = new LinkedHashMap<>(members);
            more.put(name, schema);
            return new Members(more);
        }

        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isObject(), at, "object", faults)) {
                members.forEach((name, schema) -> judgePresent(schema, node.get(name), below(at, name), faults));
                node.fieldNames().forEachRemaining(name -> {
                    if (!members.containsKey(name)) {
                        faults.add(Fault.at(below(at, name), KitProblem.PROPERTY_UNKNOWN));
                    }
                });
            }
        }

        @Override
        public ObjectNode written() {
            ObjectNode schema = type("object").put("additionalProperties", false);
            schema.set("required", texts(members.keySet()));
            ObjectNode properties = schema.putObject("properties");
            members.forEach((name, member) -> properties.set(name, member.written()));
            return schema;
        }
    }

    /** @param names those that a member may have */
    record ByName(List<String> names, ValueSchema each) implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isObject(), at, "object", faults)) {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    String place = below(at, member.getKey());
                    if (!names.contains(member.getKey())) {
                        faults.add(Fault.at(place, SettingProblem.SETTING_NAME, String.join(" | ", names)));
                    }
                    judgePresent(each, member.getValue(), place, faults);
                }
            }
        }

        @Override
        public ObjectNode written() {
            ObjectNode schema = type("object");
            schema.set("additionalProperties", each.written());
            schema.putObject("propertyNames").set("enum", texts(names));
            return schema;
        }
    }

    record Whole(int least, int most, String unit) implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isIntegralNumber(), at, "integer", faults)) {
                BigInteger number = node.bigIntegerValue();
                if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
                    faults.add(Fault.at(at, SettingProblem.SETTING_RANGE, least, most));
                }
            }
        }

        @Override
        public ObjectNode written() {
            return type("integer").put("minimum", least).put("maximum", most).put("description", unit);
        }
    }

    record Decimal(BigDecimal least, BigDecimal most, int places, String unit) implements ValueSchema {
        static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,16}([.][0-9]{1,16})?");

        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isTextual(), at, "string", faults) && !isDecimal(node.textValue())) {
                faults.add(Fault.at(
                        at, SettingProblem.SETTING_DECIMAL, least.toPlainString(), most.toPlainString(), places));
            }
        }

        private boolean isDecimal(String text) {
            if (!SHAPE.matcher(text).matches()) {
                return false;
            }
            BigDecimal decimal = new BigDecimal(text);
            return decimal.compareTo(least) >= 0 && decimal.compareTo(most) <= 0 && decimal.scale() <= places;
        }

        /** JSON Schema knows no range of texts: the range stands in words of our own. */
        @Override
        public ObjectNode written() {
            return type("string")
                    .put("pattern", "^-?[0-9]{1,16}([.][0-9]{1,%d})?$".formatted(places))
                    .put("description", unit)
                    .put("x-minimum", least.toPlainString())
                    .put("x-maximum", most.toPlainString());
        }
    }

    record OneOf(List<String> names) implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isTextual(), at, "string", faults) && !names.contains(node.textValue())) {
                faults.add(Fault.at(at, SettingProblem.SETTING_NAME, String.join(" | ", names)));
            }
        }

        @Override
        public ObjectNode written() {
            ObjectNode schema = type("string");
            schema.set("enum", texts(names));
            return schema;
        }
    }

    record YesOrNo() implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            is(node.isBoolean(), at, "true | false", faults);
        }

        @Override
        public ObjectNode written() {
            return type("boolean");
        }
    }

    record Names(List<String> known) implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (!is(node.isArray(), at, "array", faults)) {
                return;
            }
            ValueSchema each = new OneOf(known);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < node.size(); i++) {
                int before = faults.size();
                judgePresent(each, node.get(i), at + "/" + i, faults);
                if (faults.size() == before && !seen.add(node.get(i).textValue())) {
                    faults.add(Fault.at(
                            at + "/" + i,
                            SettingProblem.SETTING_NAME_TWICE,
                            node.get(i).textValue()));
                }
            }
        }

        @Override
        public ObjectNode written() {
            ObjectNode schema = type("array").put("uniqueItems", true);
            schema.set("items", new OneOf(known).written());
            return schema;
        }
    }

    record Listed(ValueSchema each, int count, ProblemCode countWrong) implements ValueSchema {
        @Override
        public void judge(JsonNode node, String at, List<Fault> faults) {
            if (is(node.isArray(), at, "array", faults)) {
                if (node.size() != count) {
                    faults.add(Fault.at(at, countWrong, count));
                }
                for (int i = 0; i < node.size(); i++) {
                    judgePresent(each, node.get(i), at + "/" + i, faults);
                }
            }
        }

        @Override
        public ObjectNode written() {
            ObjectNode schema = type("array").put("minItems", count).put("maxItems", count);
            schema.set("items", each.written());
            return schema;
        }
    }
}
