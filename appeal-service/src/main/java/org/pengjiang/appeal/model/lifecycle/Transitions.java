package org.pengjiang.appeal.model.lifecycle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The state machine of an appeal: whatever does not stand in its table is refused. */
public final class Transitions {
    private static final List<Transition> ALL = TransitionTable.rows();
    private static final Map<AppealCommand, Transition> BY_COMMAND = new EnumMap<>(AppealCommand.class);
    private static final Set<Capacity> EVERYBODY = EnumSet.complementOf(EnumSet.of(Capacity.SYSTEM));

    static {
        ALL.forEach(row -> BY_COMMAND.put(row.command(), row));
    }

    private Transitions() {}

    public static List<Transition> all() {
        return ALL;
    }

    public static Transition of(AppealCommand command) {
        return Objects.requireNonNull(BY_COMMAND.get(command));
    }

    public static Optional<Transition> of(AppealState state, AppealCommand command) {
        return Optional.of(of(command)).filter(row -> row.from().contains(state));
    }

    /** @throws DomainException COMMAND_NOT_ALLOWED with the state and what it allows */
    public static Transition require(AppealState state, AppealCommand command) {
        return require(state, command, EVERYBODY);
    }

    /** @throws DomainException COMMAND_NOT_ALLOWED with the state and what it allows whoever acts in these capacities */
    public static Transition require(AppealState state, AppealCommand command, Set<Capacity> capacities) {
        return of(state, command).orElseThrow(() -> refused(state, command, capacities));
    }

    /** The commands that people can give in this state. */
    public static List<AppealCommand> offeredIn(AppealState state) {
        return offeredIn(state, EVERYBODY);
    }

    /** The commands that whoever acts in these capacities can give in this state. */
    public static List<AppealCommand> offeredIn(AppealState state, Set<Capacity> capacities) {
        return ALL.stream()
                .filter(row -> row.from().contains(state) && row.isOffered() && row.isFor(capacities))
                .map(Transition::command)
                .toList();
    }

    private static DomainException refused(AppealState state, AppealCommand command, Set<Capacity> capacities) {
        return new DomainException(AppealProblem.COMMAND_NOT_ALLOWED, command.operation(), state.name(), state.nameZh())
                .with("state", state.name())
                .with(
                        "allowedCommands",
                        offeredIn(state, capacities).stream()
                                .map(AppealCommand::operation)
                                .toList());
    }
}
