package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.settings.SettingCatalogue;
import org.pengjiang.kit.settings.SettingDefinition;
import org.pengjiang.kit.settings.SoundMembers;
import org.pengjiang.kit.settings.ValueSchema;

/** The settings of this service, with what is shipped until a district decides. */
@ApplicationScoped
public class TeamSettings implements SettingCatalogue {
    private static final String MOST_YUAN = "1000000000000.00";
    private static final String YUAN = "yuan 元";
    private static final String BASIS_POINTS = "basis points 万分之一";
    private static final String POINTS = "points 分";

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
    private static final List<String> WEIGHED =
            Stream.concat(names(Metric.values()).stream(), Stream.of("FUNDS")).toList();

    public static final SettingDefinition COUNTING_RULES = SettingDefinition.of(
                    "counting-rules",
                    "计入规则",
                    "what counts as credit",
                    ValueSchema.members()
                            .with("excludedTags", ValueSchema.names(TAGS))
                            .with("excludedKinds", ValueSchema.names(KINDS))
                            .with("minimumYuan", ValueSchema.decimal("0", MOST_YUAN, 2, YUAN))
                            .with("expansionCountsFromYuan", ValueSchema.decimal("0", MOST_YUAN, 2, YUAN))
                            .with("terminationTakesEarlierYears", ValueSchema.yesOrNo()),
                    """
                    {"excludedTags":["REAL_ESTATE","RETAIL_CATERING","BRANCH_OUTLET","RESOURCE_EXTRACTION","PUBLIC_MONEY",
                      "RELOCATION_INSIDE","LOCAL_CAPITAL"],
                     "excludedKinds":[],"minimumYuan":"0.00","expansionCountsFromYuan":"100000000.00",
                     "terminationTakesEarlierYears":false}""",
                    "Usual exclusions of published assessment rules; no rule of the district was found.")
            .decidedByTwo();

    public static final SettingDefinition CUT_OFF = SettingDefinition.of(
                    "cut-off",
                    "截止时点",
                    "cut-off of a month",
                    ValueSchema.members().with("lastDayOfNextMonth", ValueSchema.whole(1, 28, "day of the month 日")),
                    """
                    {"lastDayOfNextMonth":5}""",
                    "What is recorded up to the end of the 5th of the next month counts for the month.")
            .decidedByTwo();

    public static final SettingDefinition LIGHTS = SettingDefinition.of(
                    "lights",
                    "红黄绿灯",
                    "lights",
                    ValueSchema.members()
                            .with("mode", ValueSchema.oneOf(names(LightMode.values())))
                            .with("greenFrom", ValueSchema.decimal("0.01", "10.00", 2, "progress to time 进度与时间之比"))
                            .with("yellowFrom", ValueSchema.decimal("0.00", "10.00", 2, "progress to time 进度与时间之比"))
                            // a gap of zero or more is green
                            .with("yellowFromPoints", ValueSchema.decimal("-100", "0", 4, "percentage points 百分点")),
                    """
                    {"mode":"RATIO","greenFrom":"1.00","yellowFrom":"0.70","yellowFromPoints":"-30"}""",
                    "Ratio: up to 30 percent below the plan is yellow, more is red.")
            .ruledBy(TeamSettings::lightsInOrder);

    public static final SettingDefinition SPLITS = SettingDefinition.of(
                    "splits",
                    "业绩分成比例",
                    "usual shares of a project's credit",
                    ValueSchema.members()
                            .with("one", shares(1))
                            .with("originatorAndHost", shares(2))
                            .with("originatorHostAssist", shares(3))
                            .with("unknownTeamToHost", ValueSchema.yesOrNo()),
                    """
                    {"one":[10000],"originatorAndHost":[5000,5000],"originatorHostAssist":[4000,4000,2000],
                     "unknownTeamToHost":true}""",
                    "Only the split 5:5 has a published source.")
            .ruledBy(TeamSettings::sharesAreTheWhole)
            .decidedByTwo();

    public static final SettingDefinition WEIGHTS = SettingDefinition.of(
                    "weights",
                    "考核权重",
                    "weights of the metrics",
                    ValueSchema.byName(WEIGHED, ValueSchema.whole(0, BasisPoints.WHOLE, BASIS_POINTS)),
                    """
                    {"SIGNED_AMOUNT":2000,"COUNT_100M":1500,"COUNT_1BN":1000,"REGISTERED_COUNT":1000,"START_RATE":2000,
                     "PRODUCTION_COUNT":1500,"FUNDS":1000}""",
                    "In the range of published assessment rules.")
            .ruledBy(value ->
                    value.wholes().map(it -> whole(it, value.pointer())).orElse(List.of()))
            .decidedByTwo();

    public static final SettingDefinition LINE_DEFAULTS = SettingDefinition.of(
                    "line-defaults",
                    "指标项默认值",
                    "defaults of a target line",
                    ValueSchema.members()
                            // a custom curve has values of its own, which a line that names no curve does not have
                            .with(
                                    "curve",
                                    ValueSchema.oneOf(
                                            names(Curve.LINEAR_MONTH, Curve.LINEAR_DAY, Curve.LINEAR_WORKDAY)))
                            .with("cap", ValueSchema.decimal("1.00", "1.20", 2, "ratio 比值"))
                            .with("ratioMinimumProjects", ValueSchema.whole(1, 100, "projects 个项目")),
                    """
                    {"curve":"LINEAR_MONTH","cap":"1.00","ratioMinimumProjects":3}""",
                    "Completed months over twelve is the district's own practice; the cap and the smallest denominator are"
                            + " assumed.")
            .decidedByTwo();

    public static final SettingDefinition BONUS_AND_DEDUCTIONS = SettingDefinition.of(
                    "bonus-and-deductions",
                    "加分与扣分",
                    "bonus and deductions",
                    ValueSchema.members()
                            .with("bonusMaximum", ValueSchema.decimal("0", "100", 2, POINTS))
                            .with("overdueNotStarted", ValueSchema.decimal("0", "100", 2, POINTS))
                            .with("falsified", ValueSchema.decimal("0", "100", 2, POINTS))
                            .with("missingReport", ValueSchema.decimal("0", "100", 2, POINTS)),
                    """
                    {"bonusMaximum":"10","overdueNotStarted":"1","falsified":"2","missingReport":"1"}""",
                    "Scaled from a published score sheet.")
            .decidedByTwo();

    @Override
    public List<SettingDefinition> settings() {
        return List.of(COUNTING_RULES, CUT_OFF, LIGHTS, SPLITS, WEIGHTS, LINE_DEFAULTS, BONUS_AND_DEDUCTIONS);
    }

    private static ValueSchema shares(int teams) {
        return ValueSchema.list(
                ValueSchema.whole(1, BasisPoints.WHOLE, BASIS_POINTS), teams, TeamProblem.SETTING_SHARE_COUNT);
    }

    private static List<Fault> lightsInOrder(SoundMembers value) {
        boolean reversed = value.decimal("yellowFrom")
                .flatMap(yellow -> value.decimal("greenFrom").map(green -> yellow.compareTo(green) > 0))
                .orElse(false);
        return reversed
                ? List.of(Fault.at(value.pointer("yellowFrom"), TeamProblem.SETTING_LIGHTS_REVERSED))
                : List.of();
    }

    private static List<Fault> sharesAreTheWhole(SoundMembers value) {
        return Stream.of("one", "originatorAndHost", "originatorHostAssist")
                .flatMap(name ->
                        value.wholes(name).stream().flatMap(shares -> whole(shares, value.pointer(name)).stream()))
                .toList();
    }

    private static List<Fault> whole(Collection<Integer> parts, String pointer) {
        long sum = parts.stream().mapToLong(Integer::longValue).sum();
        return sum == BasisPoints.WHOLE ? List.of() : List.of(Fault.at(pointer, TeamProblem.SETTING_SUM, sum));
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
