package org.pengjiang.project.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Checked;
import org.pengjiang.identifiers.Finding;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.kit.problem.Fault;

/**
 * The number an investor is known by.
 *
 * @param idNo in its one spelling; a USCC in capitals without blanks
 * @param overrideReason why a USCC whose check characters fail is taken all the same; a second person must agree
 */
public record InvestorIdentity(
        IdType idType, String idNo, @Nullable String overrideReason) {

    /** Null and a fault where the number cannot be taken. */
    public static @Nullable InvestorIdentity examined(
            IdType idType, String idNo, @Nullable String overrideReason, String pointer, List<Fault> faults) {
        if (idType != IdType.USCC) {
            if (overrideReason != null) {
                faults.add(Fault.at(pointer, ProjectProblem.OVERRIDE_NOT_NEEDED));
            }
            return new InvestorIdentity(idType, idType.oneSpelling(idNo), null);
        }
        Checked<Uscc> checked = Uscc.check(idNo);
        Optional<Finding> fault = checked.fault();
        if (fault.isEmpty()) {
            if (overrideReason != null) {
                faults.add(Fault.at(pointer, ProjectProblem.OVERRIDE_NOT_NEEDED));
            }
            return new InvestorIdentity(idType, checked.orThrow().value(), null);
        }
        boolean shapeHolds = fault.get().code().endsWith("CHECK_DIGIT");
        if (!shapeHolds || overrideReason == null) {
            faults.add(Fault.at(pointer, fault.get()));
            return null;
        }
        return new InvestorIdentity(idType, idType.oneSpelling(idNo).replace("-", ""), overrideReason.strip());
    }
}
