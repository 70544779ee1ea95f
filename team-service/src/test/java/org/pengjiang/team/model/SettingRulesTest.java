package org.pengjiang.team.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.settings.SettingDefinition;

/** Whatever is accepted keeps the rules of its setting, which are told here once more in other words. */
class SettingRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = Long.getLong("test.seed", System.nanoTime());
    private static final int CASES = 30_000;

    private static final List<SettingDefinition> SETTINGS = new TeamSettings().settings();

    private static final Map<String, Schema> SCHEMAS = SETTINGS.stream()
            .collect(Collectors.toMap(
                    SettingDefinition::name,
                    setting -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(setting.schema().written().toString(), InputFormat.JSON)));

    private static final Map<SettingDefinition, String> SOUND = Map.of(
            TeamSettings.COUNTING_RULES,
            """
            {"excludedTags":["REAL_ESTATE","GREEN"],"excludedKinds":["PHASE"],"minimumYuan":"0.00",
             "expansionCountsFromYuan":"100000000.00","terminationTakesEarlierYears":false}""",
            TeamSettings.CUT_OFF,
            "{\"lastDayOfNextMonth\":5}",
            TeamSettings.LIGHTS,
            """
            {"mode":"RATIO","greenFrom":"1.00","yellowFrom":"0.70","yellowFromPoints":"-30"}""",
            TeamSettings.SPLITS,
            """
            {"one":[10000],"originatorAndHost":[5000,5000],"originatorHostAssist":[4000,4000,2000],
             "unknownTeamToHost":true}""",
            TeamSettings.WEIGHTS,
            "{\"SIGNED_AMOUNT\":5000,\"COUNT_100M\":2500,\"START_RATE\":2500}",
            TeamSettings.LINE_DEFAULTS,
            "{\"curve\":\"LINEAR_MONTH\",\"cap\":\"1.00\",\"ratioMinimumProjects\":3}",
            TeamSettings.BONUS_AND_DEDUCTIONS,
            """
            {"bonusMaximum":"10","overdueNotStarted":"1","falsified":"2","missingReport":"1"}""");

    /** What may come into a place, right for some and wrong for others. */
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "5",
            "15.9",
            "15.0",
            "28",
            "29",
            "2500",
            "5000",
            "7500",
            "10000",
            "20000",
            "-10000",
            "2147483647",
            "9223372036854775807",
            "99999999999999999999999",
            "5000.9",
            "1e2",
            "null",
            "true",
            "false",
            "\"\"",
            "\"0\"",
            "\"0.50\"",
            "\"0.90\"",
            "\"1\"",
            "\"1.00\"",
            "\"1.20\"",
            "\"1.29\"",
            "\"0.99\"",
            "\"-30\"",
            "\"-101\"",
            "\"7\"",
            "\"100.01\"",
            "\"1e3\"",
            "\"NaN\"",
            "\"MONTHLY\"",
            "\"POINTS\"",
            "\"CUSTOM\"",
            "\"LINEAR_DAY\"",
            "\"GREEN\"",
            "\"PHASE\"",
            "\"green\"",
            "[]",
            "[10000]",
            "[5000,5000]",
            "[1,9999]",
            "[10000,0]",
            "[3000,3000,4000]",
            "{}",
            "[\"GREEN\",\"GREEN\"]",
            "[\"INTELLIGENT\"]",
            "[\"HQ_RND\"]");

    private static final List<String> NAMES =
            List.of("FDI", "START_COUNT", "FUNDS", "SIGNED_COUNT", "one", "cap", "a/b~c", "");

    @Test
    void randomMutationsOfSoundValuesAreJudgedByTheirRules() throws IOException {
        System.out.println("test.seed=" + SEED);
        Random random = new Random(SEED);
        Set<String> accepted = new TreeSet<>();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            SettingDefinition setting = SETTINGS.get(i % SETTINGS.size());
            ObjectNode value = (ObjectNode) JSON.readTree(SOUND.get(setting));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutate(value, random);
            }
            boolean fits = SCHEMAS.get(setting.name())
                    .validate(value.toString(), InputFormat.JSON)
                    .isEmpty();
            if (setting.faults(value).isEmpty()) {
                assertTrue(
                        keepsItsRules(setting, value), () -> setting.name() + " accepts " + value + ", seed " + SEED);
                assertTrue(fits, () -> setting.name() + ": the schema refuses " + value + ", seed " + SEED);
                accepted.add(setting.name());
            } else {
                refused++;
            }
        }
        assertEquals(new TreeSet<>(SCHEMAS.keySet()), accepted, "nothing was accepted of the others");
        assertTrue(refused > CASES / 4, "refused " + refused);
    }

    @Test
    void theNamesOfTagsAndKindsAreThoseOfTheContract() throws IOException {
        JsonNode members = JSON.readTree(
                        Files.readString(Path.of("../contracts/events/project.stage-changed.v1.schema.json")))
                .get("properties");
        assertEquals(texts(members.at("/kind/enum")), new TreeSet<>(TeamSettings.KINDS));
        assertTrue(TeamSettings.TAGS.containsAll(texts(members.at("/tags/items/enum"))));
    }

    private static void mutate(ObjectNode value, Random random) throws IOException {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        String any = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
        JsonNode other = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        switch (random.nextInt(8)) {
            case 0 -> value.remove(any);
            case 1 -> value.set(NAMES.get(random.nextInt(NAMES.size())), other);
            case 2 -> {
                if (value.get(any) instanceof ArrayNode array) {
                    array.add(other);
                }
            }
            case 3 -> {
                if (value.get(any) instanceof ArrayNode array && !array.isEmpty()) {
                    array.set(random.nextInt(array.size()), other);
                }
            }
            case 4 -> {
                String second = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
                if (value.path(any).isInt() && value.path(second).isInt() && !any.equals(second)) {
                    int moved = random.nextInt(3000);
                    value.put(any, value.get(any).asInt() + moved);
                    value.put(second, value.get(second).asInt() - moved);
                }
            }
            default -> value.set(any, other);
        }
    }

    private static boolean keepsItsRules(SettingDefinition setting, JsonNode value) {
        return switch (setting.name()) {
            case "counting-rules" ->
                hasMembers(
                                value,
                                "excludedTags",
                                "excludedKinds",
                                "minimumYuan",
                                "expansionCountsFromYuan",
                                "terminationTakesEarlierYears")
                        && distinct(value.get("excludedTags"))
                        && distinct(value.get("excludedKinds"))
                        && between(value.get("minimumYuan"), "0", "1e12")
                        && between(value.get("expansionCountsFromYuan"), "0", "1e12")
                        && value.get("terminationTakesEarlierYears").isBoolean();
            case "cut-off" -> hasMembers(value, "lastDayOfNextMonth") && whole(value.get("lastDayOfNextMonth"), 1, 28);
            case "lights" ->
                hasMembers(value, "mode", "greenFrom", "yellowFrom", "yellowFromPoints")
                        && Arrays.stream(LightMode.values())
                                .anyMatch(mode ->
                                        mode.name().equals(value.get("mode").textValue()))
                        && between(value.get("greenFrom"), "0.01", "10")
                        && between(
                                value.get("yellowFrom"),
                                "0",
                                value.get("greenFrom").textValue())
                        && between(value.get("yellowFromPoints"), "-100", "0");
            case "splits" ->
                hasMembers(value, "one", "originatorAndHost", "originatorHostAssist", "unknownTeamToHost")
                        && split(value.get("one"), 1)
                        && split(value.get("originatorAndHost"), 2)
                        && split(value.get("originatorHostAssist"), 3)
                        && value.get("unknownTeamToHost").isBoolean();
            case "weights" -> weights(value);
            case "line-defaults" ->
                hasMembers(value, "curve", "cap", "ratioMinimumProjects")
                        && Curve.valueOf(value.get("curve").textValue()) != Curve.CUSTOM
                        && between(value.get("cap"), "1", "1.2")
                        && whole(value.get("ratioMinimumProjects"), 1, 100);
            case "bonus-and-deductions" ->
                hasMembers(value, "bonusMaximum", "overdueNotStarted", "falsified", "missingReport")
                        && value.valueStream().allMatch(member -> between(member, "0", "100"));
            default -> throw new AssertionError("nobody told the rules of " + setting.name());
        };
    }

    private static boolean weights(JsonNode value) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<String, JsonNode> weight : value.properties()) {
            if (!weight.getKey().equals("FUNDS")) {
                Metric.valueOf(weight.getKey());
            }
            if (!whole(weight.getValue(), 0, 10_000)) {
                return false;
            }
            sum = sum.add(new BigInteger(weight.getValue().toString()));
        }
        return sum.equals(BigInteger.valueOf(10_000));
    }

    private static boolean split(JsonNode shares, int teams) {
        BigInteger sum = BigInteger.ZERO;
        for (JsonNode share : shares) {
            if (!whole(share, 1, 10_000)) {
                return false;
            }
            sum = sum.add(new BigInteger(share.toString()));
        }
        return shares.isArray() && shares.size() == teams && sum.equals(BigInteger.valueOf(10_000));
    }

    private static boolean whole(JsonNode number, int least, int most) {
        return number.toString().matches("-?[0-9]+")
                && new BigInteger(number.toString()).compareTo(BigInteger.valueOf(least)) >= 0
                && new BigInteger(number.toString()).compareTo(BigInteger.valueOf(most)) <= 0;
    }

    private static boolean between(JsonNode decimal, String least, String most) {
        return decimal.isTextual()
                && new BigDecimal(decimal.textValue()).compareTo(new BigDecimal(least)) >= 0
                && new BigDecimal(decimal.textValue()).compareTo(new BigDecimal(most)) <= 0;
    }

    private static boolean distinct(JsonNode names) {
        Set<String> seen = new HashSet<>();
        for (JsonNode name : names) {
            if (!name.isTextual() || !name.textValue().matches("[A-Z_]+") || !seen.add(name.textValue())) {
                return false;
            }
        }
        return names.isArray();
    }

    private static boolean hasMembers(JsonNode value, String... names) {
        Set<String> present = new HashSet<>();
        value.fieldNames().forEachRemaining(present::add);
        return present.equals(Set.of(names));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
