package org.pengjiang.project.model;

import java.util.List;
import java.util.Set;

/**
 * One stage back: a review that cannot be finished goes back to the talks, an admission that no longer fits goes back to
 * the review. What was signed never comes back this way.
 */
final class ReturnGate implements Gate {
    private final Stage from;
    private final Stage to;

    private ReturnGate(Stage from, Stage to) {
        this.from = from;
        this.to = to;
    }

    static ReturnGate toNegotiating() {
        return new ReturnGate(Stage.ADMISSION_REVIEW, Stage.NEGOTIATING);
    }

    static ReturnGate toReview() {
        return new ReturnGate(Stage.ADMITTED, Stage.ADMISSION_REVIEW);
    }

    @Override
    public Stage from() {
        return from;
    }

    @Override
    public Stage to() {
        return to;
    }

    @Override
    public Set<String> submitters() {
        return Set.of(Roles.PROMOTION_OFFICE);
    }

    @Override
    public void examine(GateFile file, GateFindings findings) {
        findings.need("reason", file.reason());
        if (from == Stage.ADMITTED) {
            boolean stands = file.project()
                    .admission()
                    .map(admission -> admission.isValidOn(file.today()) && admission.stillDescribes(file.project()))
                    .orElse(false);
            findings.need("admission", !stands, GateRule.RULE_RETURN_GROUND);
        }
    }

    @Override
    public List<String> confirmers(GateFile file) {
        return List.of();
    }
}
