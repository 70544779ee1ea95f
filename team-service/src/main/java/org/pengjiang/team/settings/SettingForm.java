package org.pengjiang.team.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.team.model.TeamProblem;

/**
 * Reads the members of a setting's value as they are written, without converting anything, and remembers every fault.
 * What a faulty member gives is null.
 */
final class SettingForm {
    private static final String ROOT = "/value";
    static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,16}([.][0-9]{1,16})?");

    private final JsonNode value;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    SettingForm(JsonNode value) {
        this.value = value;
        if (value.isNull() || value.isMissingNode()) {
            faults.add(Fault.at(ROOT, KitProblem.VALUE_MISSING));
        } else if (!value.isObject()) {
            faults.add(Fault.at(ROOT, KitProblem.VALUE_TYPE, "object"));
        }
    }

    boolean isObject() {
        return value.isObject();
    }

    /** A whole number; 15.0 is none. */
    @Nullable Integer whole(String name, int least, int most) {
        JsonNode node = member(name);
        return node == null ? null : whole(at(name), node, least, most);
    }

    /** A decimal in quotes, so that no client turns it into a binary fraction. */
    @Nullable BigDecimal decimal(String name, String least, String most, int places) {
        JsonNode node = member(name);
        if (node == null || !isText(at(name), node)) {
            return null;
        }
        String text = node.textValue();
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal decimal = new BigDecimal(text);
            boolean inRange = decimal.compareTo(new BigDecimal(least)) >= 0
                    && decimal.compareTo(new BigDecimal(most)) <= 0
                    && decimal.scale() <= places;
            if (inRange) {
                return decimal;
            }
        }
        fault(name, TeamProblem.SETTING_DECIMAL, least, most, places);
        return null;
    }

    void oneOf(String name, Collection<String> names) {
        JsonNode node = member(name);
        if (node != null && isText(at(name), node) && !names.contains(node.textValue())) {
            fault(name, TeamProblem.SETTING_NAME, String.join(" | ", names));
        }
    }

    void yesOrNo(String name) {
        JsonNode node = member(name);
        if (node != null && !node.isBoolean()) {
            fault(name, KitProblem.VALUE_TYPE, "true | false");
        }
    }

    /** A list of known names, each of them once. */
    void names(String name, Collection<String> known) {
        ArrayNode array = array(name);
        if (array == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String at = at(name) + "/" + i;
            JsonNode node = array.get(i);
            if (node.isNull()) {
                faults.add(Fault.at(at, KitProblem.VALUE_MISSING));
            } else if (isText(at, node)) {
                String text = node.textValue();
                if (!known.contains(text)) {
                    faults.add(Fault.at(at, TeamProblem.SETTING_NAME, String.join(" | ", known)));
                } else if (!seen.add(text)) {
                    faults.add(Fault.at(at, TeamProblem.SETTING_NAME_TWICE, text));
                }
            }
        }
    }

    /** As many shares as there are teams, none of them empty, together the whole. */
    void shares(String name, int teams) {
        ArrayNode array = array(name);
        if (array == null) {
            return;
        }
        if (array.size() != teams) {
            fault(name, TeamProblem.SETTING_SHARE_COUNT, teams);
        }
        long sum = 0;
        boolean known = true;
        for (int i = 0; i < array.size(); i++) {
            Integer share = whole(at(name) + "/" + i, array.get(i), 1, BasisPoints.WHOLE);
            known &= share != null;
            sum += share == null ? 0 : share;
        }
        if (known && sum != BasisPoints.WHOLE) {
            fault(name, TeamProblem.SETTING_SUM, sum);
        }
    }

    /** Every member is a weight under a known name, and together they are the whole. */
    void weights(Collection<String> known) {
        long sum = 0;
        boolean complete = true;
        for (String name : (Iterable<String>) value::fieldNames) {
            read.add(name);
            if (!known.contains(name)) {
                fault(name, TeamProblem.SETTING_NAME, String.join(" | ", known));
            }
            Integer weight = whole(at(name), value.get(name), 0, BasisPoints.WHOLE);
            complete &= weight != null;
            sum += weight == null ? 0 : weight;
        }
        if (complete && sum != BasisPoints.WHOLE) {
            faults.add(Fault.at(ROOT, TeamProblem.SETTING_SUM, sum));
        }
    }

    void fault(String name, ProblemCode code, Object... arguments) {
        faults.add(Fault.at(at(name), code, arguments));
    }

    /** With a member that no rule has asked for. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        value.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                all.add(Fault.at(at(name), KitProblem.PROPERTY_UNKNOWN));
            }
        });
        return all;
    }

    private @Nullable JsonNode member(String name) {
        read.add(name);
        JsonNode node = value.get(name);
        if (node == null || node.isNull()) {
            fault(name, KitProblem.VALUE_MISSING);
            return null;
        }
        return node;
    }

    private @Nullable ArrayNode array(String name) {
        JsonNode node = member(name);
        if (node == null || node instanceof ArrayNode) {
            return (ArrayNode) node;
        }
        fault(name, KitProblem.VALUE_TYPE, "array");
        return null;
    }

    private @Nullable Integer whole(String at, JsonNode node, int least, int most) {
        if (node.isNull()) {
            faults.add(Fault.at(at, KitProblem.VALUE_MISSING));
        } else if (!node.isIntegralNumber()) {
            faults.add(Fault.at(at, KitProblem.VALUE_TYPE, "integer"));
        } else {
            BigInteger number = node.bigIntegerValue();
            boolean inRange =
                    number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
            if (inRange) {
                return number.intValueExact();
            }
            faults.add(Fault.at(at, TeamProblem.SETTING_RANGE, least, most));
        }
        return null;
    }

    private boolean isText(String at, JsonNode node) {
        if (!node.isTextual()) {
            faults.add(Fault.at(at, KitProblem.VALUE_TYPE, "string"));
        }
        return node.isTextual();
    }

    private static String at(String name) {
        return ROOT + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
