package org.pengjiang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen beside what is to be reached, as one table that reads well on a terminal and in a document. */
final class Results {

    private final List<String> lines =
            new ArrayList<>(List.of("", "| What | Seen | Beside it | To reach | |", "|---|---|---|---|---|"));
    private List<String> facts = List.of();

    void seenOn(List<String> machine) {
        facts = machine.stream().map(fact -> "- " + fact).toList();
    }

    void add(Pair pair) {
        row(
                pair.title() + ": CPU per request, service and PostgreSQL",
                spread("%.2f ms", pair.ofService())
                        + text(
                                ", PostgreSQL's part %.2f ms",
                                pair.postgresOfService().median()),
                "plain driver " + spread("%.3f ms", pair.ofDriver())
                        + text(
                                ", PostgreSQL's part %.3f ms",
                                pair.postgresOfDriver().median()),
                text("≤ %.0f×", pair.timesToReach()),
                text("%.1f×, ", pair.times()) + verdict(pair.times() <= pair.timesToReach()));
    }

    /** Beside the same request to another build. */
    void compare(Pair pair, double timesToReach) {
        row(
                pair.title() + ": CPU per request, service and PostgreSQL",
                spread("%.2f ms", pair.ofService())
                        + text(
                                ", PostgreSQL's part %.2f ms, the compilers' %.2f ms",
                                pair.postgresOfService().median(),
                                pair.compilersOfService().median()),
                "other build " + spread("%.2f ms", pair.ofDriver())
                        + text(
                                ", PostgreSQL's part %.2f ms, the compilers' %.2f ms",
                                pair.postgresOfDriver().median(),
                                pair.compilersOfDriver().median()),
                text("≤ %.2f×", timesToReach),
                text("%.2f×, ", pair.times()) + verdict(pair.times() <= timesToReach));
    }

    void idle(String module, IdleCost ours, IdleCost theirs, double millisToReach) {
        row(
                "CPU of an idle second of " + module,
                ours.words(),
                "other build: " + theirs.words(),
                text("service < %.0f ms", millisToReach),
                verdict(ours.service() < millisToReach));
    }

    void latency(String title, Samples millis, double p50, double p99) {
        row(
                title,
                text("p50 %.1f ms, p99 %.1f ms, max %.1f ms", millis.median(), millis.percentile(99), millis.largest()),
                millis.sorted().length + " events",
                text("p50 ≤ %.0f ms, p99 ≤ %.0f ms", p50, p99),
                verdict(millis.median() <= p50 && millis.percentile(99) <= p99));
    }

    void late(String title, Samples millis, double p99) {
        row(
                title + ": noticed after",
                text("p50 %.0f ms, p99 %.0f ms, max %.0f ms", millis.median(), millis.percentile(99), millis.largest()),
                "",
                text("p99 ≤ %.0f ms", p99),
                verdict(millis.percentile(99) <= p99));
    }

    void rate(String title, double perSecond, String unit, double toReach) {
        row(title, text("%.0f ", perSecond) + unit, "", text("≥ %.0f ", toReach) + unit, verdict(perSecond >= toReach));
    }

    void drain(Samples perSecond, double toReach) {
        row(
                "drain of " + Drain.EVENTS + " events",
                spread("%.0f events/s", perSecond),
                perSecond.sorted().length + " drains",
                text("≥ %.0f events/s", toReach),
                verdict(perSecond.median() >= toReach));
    }

    /** A figure that nothing is to be reached for, but that the others are read with. */
    void note(String title, String seen) {
        row(title, seen, "", "", "");
    }

    String markdown() {
        return Stream.concat(facts.stream(), lines.stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String spread(String format, Samples samples) {
        double[] sorted = samples.sorted();
        return text(format, samples.median())
                + text(" (" + format.replaceAll(" .*", "") + " … ", sorted[0])
                + text(format.replaceAll(" .*", "") + ")", samples.largest());
    }

    private static String verdict(boolean reached) {
        return reached ? "reached" : "missed";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
