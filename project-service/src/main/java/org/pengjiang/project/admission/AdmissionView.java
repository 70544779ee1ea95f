package org.pengjiang.project.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.AdmissionItem;
import org.pengjiang.project.model.Decision;
import org.pengjiang.project.model.DepartmentOpinion;

/**
 * An admission case.
 *
 * @param assumption true when the thresholds are a default that the district has not decided itself
 */
record AdmissionView(
        int seq,
        String thresholdVersion,
        boolean assumption,
        LocalDate openedOn,
        @NamedAccount String openedBy,
        List<AdmissionItem> items,
        List<DepartmentOpinion> opinions,
        @Nullable Decision decision,
        @Nullable LocalDate decidedOn,
        @Nullable String meetingNo,
        List<String> conditions,
        List<String> vetoes,
        List<String> withoutOpinion,
        @Nullable LocalDate validUntil) {
    static AdmissionView of(AdmissionCase admission) {
        return new AdmissionView(
                admission.seq(),
                admission.thresholdVersion(),
                admission.policyIsAssumption(),
                admission.openedOn(),
                admission.openedBy(),
                admission.items(),
                admission.opinions(),
                admission.decision(),
                admission.decidedOn(),
                admission.meetingNo(),
                admission.conditions(),
                admission.vetoes(),
                admission.withoutOpinion(),
                admission.validUntil());
    }
}
