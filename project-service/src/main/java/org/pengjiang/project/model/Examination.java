package org.pengjiang.project.model;

import java.util.List;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** What a gate says to a file; the dry run shows it, the real run obeys it. */
public record Examination(List<Missing> missing, List<Fault> faults, List<String> confirmers, boolean skips) {
    public boolean isReady() {
        return missing.isEmpty();
    }

    /** @throws DomainException GATE_NOT_SATISFIED naming everything that is missing */
    void orThrow(Stage to) {
        if (!isReady()) {
            throw new DomainException(ProjectProblem.GATE_NOT_SATISFIED, faults, to.name(), missing.size())
                    .with("gate", to.name())
                    .with("missing", missing);
        }
    }
}
