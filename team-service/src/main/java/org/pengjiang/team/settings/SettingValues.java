package org.pengjiang.team.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.LightMode;
import org.pengjiang.team.model.SettingName;
import org.pengjiang.team.model.TeamProblem;

/** The form of each setting's value; another form is refused before it can reach a calculation. */
@ApplicationScoped
class SettingValues {
    private static final String DECIMAL = "-?[0-9]{1,16}([.][0-9]{1,4})?";
    private static final String POSITIVE = "[0-9]{1,16}([.][0-9]{1,2})?";

    private final ObjectReader reader;
    private final ObjectMapper json;
    private final Validator validator;

    SettingValues(ObjectMapper json, Validator validator) {
        this.json = json;
        this.reader = json.reader()
                .with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        this.validator = validator;
    }

    record CountingRulesValue(
            @NotNull List<@NotNull String> excludedTags,
            @NotNull List<@NotNull String> excludedKinds,
            @NotNull @Pattern(regexp = POSITIVE) String minimumYuan,
            @NotNull @Pattern(regexp = POSITIVE) String expansionCountsFromYuan,
            boolean terminationTakesEarlierYears) {}

    record CutOffValue(@Min(1) @Max(28) int lastDayOfNextMonth) {}

    record LightsValue(
            @NotNull LightMode mode,
            @NotNull @Pattern(regexp = POSITIVE) String greenFrom,
            @NotNull @Pattern(regexp = POSITIVE) String yellowFrom,
            @NotNull @Pattern(regexp = DECIMAL) String yellowFromPoints) {}

    record SplitsValue(
            @NotEmpty List<@NotNull Integer> one,
            @NotEmpty List<@NotNull Integer> originatorAndHost,
            @NotEmpty List<@NotNull Integer> originatorHostAssist,
            boolean unknownTeamToHost) {}

    record LineDefaultsValue(
            @NotNull Curve curve,
            @NotNull @Pattern(regexp = "1[.][012][0-9]") String cap,
            @Min(1) @Max(100) int ratioMinimumProjects) {}

    record BonusValue(
            @NotNull @Pattern(regexp = POSITIVE) String bonusMaximum,
            @NotNull @Pattern(regexp = POSITIVE) String overdueNotStarted,
            @NotNull @Pattern(regexp = POSITIVE) String falsified,
            @NotNull @Pattern(regexp = POSITIVE) String missingReport) {}

    /** The value as it is stored. */
    JsonNode checked(SettingName name, JsonNode value) {
        Object typed = typed(name, value);
        String wrong = validator.validate(typed).stream()
                .map(SettingValues::text)
                .sorted()
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        wholes(typed);
        return json.valueToTree(typed);
    }

    private Object typed(SettingName name, JsonNode value) {
        try {
            return switch (name) {
                case COUNTING_RULES -> reader.treeToValue(value, CountingRulesValue.class);
                case CUT_OFF -> reader.treeToValue(value, CutOffValue.class);
                case LIGHTS -> reader.treeToValue(value, LightsValue.class);
                case SPLITS -> reader.treeToValue(value, SplitsValue.class);
                case LINE_DEFAULTS -> reader.treeToValue(value, LineDefaultsValue.class);
                case BONUS_AND_DEDUCTIONS -> reader.treeToValue(value, BonusValue.class);
                case WEIGHTS -> weights(value);
            };
        } catch (JsonProcessingException | IllegalArgumentException form) {
            throw refusal(name.key() + ": " + example(name));
        }
    }

    private Map<String, Integer> weights(JsonNode value) throws JsonProcessingException {
        Map<String, Integer> weights = json.readerForMapOf(Integer.class).readValue(value.toString());
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != BasisPoints.WHOLE) {
            throw refusal("Σ = " + sum + " ≠ " + BasisPoints.WHOLE);
        }
        return weights;
    }

    private static void wholes(Object typed) {
        if (typed instanceof SplitsValue splits) {
            for (List<Integer> shares :
                    List.of(splits.one(), splits.originatorAndHost(), splits.originatorHostAssist())) {
                BasisPoints.requireWhole(
                        shares.stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }

    private static String text(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }

    private static String example(SettingName name) {
        return switch (name) {
            case COUNTING_RULES ->
                "{excludedTags, excludedKinds, minimumYuan, expansionCountsFromYuan, terminationTakesEarlierYears}";
            case CUT_OFF -> "{lastDayOfNextMonth}";
            case LIGHTS -> "{mode, greenFrom, yellowFrom, yellowFromPoints}";
            case SPLITS -> "{one, originatorAndHost, originatorHostAssist, unknownTeamToHost}";
            case LINE_DEFAULTS -> "{curve, cap, ratioMinimumProjects}";
            case BONUS_AND_DEDUCTIONS -> "{bonusMaximum, overdueNotStarted, falsified, missingReport}";
            case WEIGHTS -> "{METRIC: basis points}";
        };
    }

    private static DomainException refusal(String what) {
        return new DomainException(
                TeamProblem.SETTING_VALUE, List.of(Fault.at("/value", TeamProblem.SETTING_VALUE, what)), what);
    }
}
