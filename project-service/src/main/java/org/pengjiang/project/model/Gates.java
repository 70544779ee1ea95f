package org.pengjiang.project.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.kit.problem.DomainException;

/** Every gate there is. A step that no gate stands for does not exist. */
public final class Gates {
    /** Which rules a transition was judged by; raised with every change of a gate. */
    static final String RULESET = "2026-11";

    private static final List<Gate> ALL = List.of(
            new NegotiatingGate(),
            new AdmissionReviewGate(),
            new AdmittedGate(),
            new AdmissionWaivedGate(),
            new SignedGate(),
            ReturnGate.toNegotiating(),
            ReturnGate.toReview());

    private Gates() {}

    static Optional<Gate> between(Stage from, Stage to) {
        return ALL.stream()
                .filter(gate -> gate.from() == from && gate.to() == to)
                .findFirst();
    }

    /** The stages that can be asked for from here. */
    public static Set<Stage> next(Stage from) {
        return ALL.stream().filter(gate -> gate.from() == from).map(Gate::to).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws DomainException GATE_UNKNOWN with the stages that can be asked for */
    static Gate require(Stage from, Stage to) {
        return between(from, to).orElseThrow(() -> {
            List<String> allowed = next(from).stream().map(Stage::name).sorted().toList();
            return new DomainException(ProjectProblem.GATE_UNKNOWN, from.name(), to.name(), String.join(", ", allowed))
                    .with("stage", from.name())
                    .with("allowed", allowed);
        });
    }

    /** The one examination behind both the dry run and the real one. */
    public static Examination examine(GateFile file, Stage to) {
        Gate gate = require(file.project().stage(), to);
        GateFindings findings = new GateFindings();
        findings.needDate(file.businessDate(), file.project().stageEnteredOn(), file.today());
        gate.examine(file, findings);
        return new Examination(findings.missing(), findings.faults(), gate.confirmers(file), gate.skipsAStage());
    }
}
