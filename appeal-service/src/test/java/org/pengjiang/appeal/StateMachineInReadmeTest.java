package org.pengjiang.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockEffect;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.Guard;
import org.pengjiang.appeal.model.lifecycle.StateTask;
import org.pengjiang.appeal.model.lifecycle.Transition;
import org.pengjiang.appeal.model.lifecycle.Transitions;

/** The README shows the state machine as it is; {@code ./suite contracts} writes it there. */
class StateMachineInReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- state machine: written by ./suite contracts -->\n";
    private static final String END = "<!-- end of state machine -->\n";

    @Test
    void theReadmeSaysWhatTheTableSays() throws IOException {
        String text = Files.readString(README);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        String wanted = text.substring(0, from) + picture() + states() + rows() + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(README, wanted);
        }
        assertEquals(wanted, Files.readString(README), "run ./suite contracts and commit README.md");
    }

    private static String picture() {
        StringBuilder lines = new StringBuilder("\n```mermaid\nstateDiagram-v2\n    state open {\n");
        Stream<String> inside = Transitions.all().stream()
                .filter(row -> !isOfEveryOpenState(row) && row.command() != AppealCommand.UNMERGE)
                .flatMap(row -> row.from().stream().flatMap(from -> arrows(row, from, row.to(), true)));
        inside.distinct()
                .forEach(arrow -> lines.append("        ").append(arrow).append('\n'));
        lines.append("    }\n    [*] --> SUBMITTED: ").append(name(Transitions.of(AppealCommand.SUBMIT)));
        lines.append('\n');
        for (Transition row : Transitions.all()) {
            Stream<String> across = isOfEveryOpenState(row)
                    ? row.to().stream().map(to -> "open --> " + to + ": " + name(row))
                    : row.command() == AppealCommand.UNMERGE
                            ? Stream.of("MERGED --> open: " + name(row))
                            : row.from().stream().flatMap(from -> arrows(row, from, row.to(), false));
            across.distinct()
                    .forEach(arrow -> lines.append("    ").append(arrow).append('\n'));
        }
        return lines.append("```\n").toString();
    }

    private static boolean isOfEveryOpenState(Transition row) {
        return row.from().equals(AppealState.allOpen());
    }

    private static Stream<String> arrows(
            Transition row, AppealState from, Collection<AppealState> targets, boolean inside) {
        return targets.stream()
                .filter(to -> to != from && (from.open() && to.open()) == inside)
                .map(to -> from + " --> " + to + ": " + name(row));
    }

    private static String name(Transition row) {
        return row.command().operation() + (row.isOffered() ? "" : " (later)");
    }

    private static String states() {
        StringBuilder lines =
                new StringBuilder("\n| State | Clocks that run | Clocks that pause | Waits for |\n|---|---|---|---|\n");
        for (AppealState state : AppealState.values()) {
            Set<ClockType> paused = state.clocks().with(ClockEffect.PAUSE);
            Set<ClockType> running = EnumSet.allOf(ClockType.class);
            running.removeIf(type -> !state.clocks().keeps(type) || paused.contains(type));
            String tasks = StateTask.in(state).stream()
                    .map(task -> "`" + task.kind() + "`: " + task.who())
                    .collect(Collectors.joining("; "));
            lines.append("| `" + state + "` | " + joined(running) + " | " + joined(paused) + " | " + tasks + " |\n");
        }
        return lines.toString();
    }

    private static String rows() {
        StringBuilder lines = new StringBuilder(
                "\n| Command | From → to | Who | Needs | Clocks | Logs |\n|---|---|---|---|---|---|\n");
        for (Transition row : Transitions.all()) {
            lines.append("| `")
                    .append(row.command().operation())
                    .append(row.isOffered() ? "`" : "` later")
                    .append(" | ")
                    .append(way(row))
                    .append(" | ")
                    .append(joined(row.capacities()))
                    .append(" | ")
                    .append(needs(row))
                    .append(" | ")
                    .append(clocks(row))
                    .append(" | ")
                    .append(row.events().stream()
                            .map(event -> "`" + event + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return lines.append('\n').toString();
    }

    private static String way(Transition row) {
        String from = row.from().equals(EnumSet.allOf(AppealState.class))
                ? "any"
                : isOfEveryOpenState(row) ? "any open" : joined(row.from());
        String to = row.to().isEmpty()
                ? "stays"
                : row.to().equals(AppealState.allOpen()) ? "→ the state before" : "→ " + joined(row.to());
        return (from + " " + to).strip();
    }

    private static String needs(Transition row) {
        Stream<String> guards = row.guards().stream().map(Guard::text);
        Stream<String> asked = row.confirms().stream().map(command -> "confirms `" + command.operation() + "`");
        return Stream.concat(guards, asked).collect(Collectors.joining("; "));
    }

    /** What it answers, and what of the states it leads between begins, pauses, goes on and ends. */
    private static String clocks(Transition row) {
        Set<String> effects = new LinkedHashSet<>();
        add(effects, "answers", row.answers());
        boolean isOfMany = row.to().size() > 4;
        for (AppealState to : isOfMany ? Set.<AppealState>of() : row.to()) {
            Set<ClockType> answered = to.clocks().with(ClockEffect.ANSWER);
            answered.removeIf(
                    type -> row.from().stream().noneMatch(from -> from.clocks().keeps(type)));
            add(effects, "answers", answered);
            Set<ClockType> begun = to.clocks().with(ClockEffect.START);
            begun.addAll(to.clocks().with(ClockEffect.AWAIT));
            if (row.from().isEmpty()) {
                begun.addAll(to.clocks().with(ClockEffect.RUN));
            }
            boolean comes = row.from().stream().anyMatch(from -> from != to)
                    || row.from().isEmpty();
            add(effects, "starts", comes ? begun : Set.of());
            add(effects, "pauses", to.clocks().with(ClockEffect.PAUSE));
            Set<ClockType> ended = EnumSet.allOf(ClockType.class);
            ended.removeIf(type -> to.clocks().on(type) != ClockEffect.STOP
                    || row.answers().contains(type)
                    || row.from().stream().noneMatch(from -> from.clocks().keeps(type)));
            add(effects, "stops", ended);
        }
        return isOfMany ? "as the state says" : String.join("; ", effects);
    }

    private static void add(Set<String> effects, String what, Set<ClockType> types) {
        if (!types.isEmpty()) {
            effects.add(what + " " + joined(types));
        }
    }

    private static String joined(Collection<? extends Enum<?>> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
