package org.pengjiang.team.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LightMode;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.SettingName;
import org.pengjiang.team.model.TeamProblem;

/**
 * The schema of each setting's value with the rules between its members; another value is refused before it can reach a
 * calculation. What was stored before a rule existed is not judged again.
 */
final class SettingValues {
    private static final int MOST_FAULTS = 50;
    private static final String MOST_YUAN = "1000000000000.00";

    /** As {@code project.stage-changed.v1} names them. */
    static final List<String> KINDS = List.of("NEW", "EXPANSION", "RELOCATION_IN", "PHASE", "MERGER_ACQ", "HQ_RND");

    /** As {@code project.stage-changed.v1} names them, and those that the shipped rules exclude. */
    static final List<String> TAGS = List.of(
            "HIGH_END",
            "INTELLIGENT",
            "GREEN",
            "TECH_INVESTMENT",
            "TALENT_INVESTMENT",
            "NEW_TRACK",
            "REAL_ESTATE",
            "RETAIL_CATERING",
            "BRANCH_OUTLET",
            "RESOURCE_EXTRACTION",
            "PUBLIC_MONEY",
            "RELOCATION_INSIDE",
            "LOCAL_CAPITAL");

    /** The shipped weights already name the funds that have arrived, which no pledge can promise yet. */
    static final List<String> WEIGHED =
            Stream.concat(names(Metric.values()).stream(), Stream.of("FUNDS")).toList();

    private SettingValues() {}

    static List<Fault> faults(SettingName name, JsonNode value) {
        SettingForm form = new SettingForm(value);
        if (form.isObject()) {
            read(name, form);
        }
        return form.faults().stream().limit(MOST_FAULTS).toList();
    }

    /** Whether both say the same, however their decimals are written: 1.0 is 1.00. */
    static boolean areSame(JsonNode one, JsonNode other) {
        return one.equals((left, right) -> left.equals(right) || isSameDecimal(left, right) ? 0 : 1, other);
    }

    private static boolean isSameDecimal(JsonNode one, JsonNode other) {
        return Stream.of(one, other)
                        .allMatch(node -> node.isTextual()
                                && SettingForm.DECIMAL.matcher(node.textValue()).matches())
                && new BigDecimal(one.textValue()).compareTo(new BigDecimal(other.textValue())) == 0;
    }

    private static void read(SettingName name, SettingForm form) {
        switch (name) {
            case COUNTING_RULES -> {
                form.names("excludedTags", TAGS);
                form.names("excludedKinds", KINDS);
                form.decimal("minimumYuan", "0", MOST_YUAN, 2);
                form.decimal("expansionCountsFromYuan", "0", MOST_YUAN, 2);
                form.yesOrNo("terminationTakesEarlierYears");
            }
            case CUT_OFF -> form.whole("lastDayOfNextMonth", 1, 28);
            case LIGHTS -> lights(form);
            case SPLITS -> {
                form.shares("one", 1);
                form.shares("originatorAndHost", 2);
                form.shares("originatorHostAssist", 3);
                form.yesOrNo("unknownTeamToHost");
            }
            case WEIGHTS -> form.weights(WEIGHED);
            case LINE_DEFAULTS -> {
                // a custom curve has values of its own, which a line that names no curve does not have
                form.oneOf("curve", names(Curve.LINEAR_MONTH, Curve.LINEAR_DAY, Curve.LINEAR_WORKDAY));
                form.decimal("cap", "1.00", "1.20", 2);
                form.whole("ratioMinimumProjects", 1, 100);
            }
            case BONUS_AND_DEDUCTIONS -> {
                form.decimal("bonusMaximum", "0", "100", 2);
                form.decimal("overdueNotStarted", "0", "100", 2);
                form.decimal("falsified", "0", "100", 2);
                form.decimal("missingReport", "0", "100", 2);
            }
        }
    }

    private static void lights(SettingForm form) {
        form.oneOf("mode", names(LightMode.values()));
        BigDecimal green = form.decimal("greenFrom", "0.01", "10.00", 2);
        BigDecimal yellow = form.decimal("yellowFrom", "0.00", "10.00", 2);
        // a gap of zero or more is green
        form.decimal("yellowFromPoints", "-100", "0", 4);
        if (green != null && yellow != null && yellow.compareTo(green) > 0) {
            form.fault("yellowFrom", TeamProblem.SETTING_LIGHTS_REVERSED);
        }
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
