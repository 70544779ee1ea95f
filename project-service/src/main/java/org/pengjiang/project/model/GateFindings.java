package org.pengjiang.project.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.TaintedConfirmation;
import org.pengjiang.kit.problem.Fault;

/** Collects everything a gate misses, so that one answer names it all. */
final class GateFindings {
    /** What a piece of evidence must have besides being there. */
    record Quality(GateRule rule, Predicate<Evidence> holds) {
        static final Quality VERIFIED = new Quality(GateRule.RULE_EVIDENCE_VERIFIED, Evidence::isVerified);
        static final Quality NUMBERED = new Quality(GateRule.RULE_EVIDENCE_NUMBERED, piece -> piece.docNo() != null);
        static final Quality HASHED = new Quality(GateRule.RULE_EVIDENCE_HASHED, piece -> piece.sha256() != null);
        static final Quality DATED = new Quality(GateRule.RULE_EVIDENCE_DATED, piece -> piece.issuedOn() != null);
    }

    private final List<Missing> missing = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    void need(String field, boolean met, GateRule rule) {
        if (!met) {
            missing.add(new Missing(field, null, rule.name()));
            faults.add(Fault.at("/" + field.replace('.', '/'), rule, field));
        }
    }

    void need(String field, @Nullable Object value) {
        need(field, value != null, GateRule.RULE_REQUIRED);
    }

    /** At least one standing piece of these types that has every quality; each one that none has is named. */
    void needEvidence(InvestmentProject project, List<EvidenceType> types, Quality... qualities) {
        String name = types.stream().map(EvidenceType::name).collect(Collectors.joining("|"));
        List<Evidence> left = project.evidence().stream()
                .filter(piece -> types.contains(piece.type()) && piece.stands())
                .toList();
        if (left.isEmpty()) {
            lack(name, GateRule.RULE_EVIDENCE_PRESENT);
            return;
        }
        for (Quality quality : qualities) {
            List<Evidence> kept = left.stream().filter(quality.holds()).toList();
            if (kept.isEmpty()) {
                lack(name, quality.rule());
            } else {
                left = quality.rule() == GateRule.RULE_EVIDENCE_VERIFIED
                        ? needFreeConfirmers(project, name, kept)
                        : kept;
            }
        }
    }

    /** Whoever verified may have become a member of a credited team since: then another person has to. */
    private List<Evidence> needFreeConfirmers(InvestmentProject project, String name, List<Evidence> verified) {
        Exclusion credited = project.credited();
        List<Evidence> kept = verified.stream().filter(Evidence::carriesAGate).toList();
        if (!kept.isEmpty()) {
            return kept;
        }
        verified.stream()
                .flatMap(piece -> piece.approval().tainted(credited).stream())
                .distinct()
                .forEach(taint -> {
                    missing.add(new Missing(null, name, GateRule.RULE_CONFIRMER_NOT_CREDITED.name()));
                    faults.add(credited("/evidence", name, taint));
                });
        return verified;
    }

    /** The word of a second person for this field, as far as it is given. */
    void needFreeConfirmers(String field, ApprovalRequest approval, Exclusion credited) {
        approval.tainted(credited).forEach(taint -> {
            missing.add(new Missing(field, null, GateRule.RULE_CONFIRMER_NOT_CREDITED.name()));
            faults.add(credited("/" + field, field, taint));
        });
    }

    private static Fault credited(String pointer, String what, TaintedConfirmation taint) {
        return Fault.at(
                pointer,
                GateRule.RULE_CONFIRMER_NOT_CREDITED,
                what,
                taint.confirmedBy(),
                String.join(", ", taint.teams()));
    }

    private void lack(String evidence, GateRule rule) {
        missing.add(new Missing(null, evidence, rule.name()));
        faults.add(Fault.at("/evidence", rule, evidence));
    }

    void needDate(LocalDate businessDate, LocalDate previous, LocalDate today) {
        need("businessDate", !businessDate.isBefore(previous), GateRule.RULE_DATE_NOT_BEFORE_PREVIOUS);
        need("businessDate", !businessDate.isAfter(today), GateRule.RULE_DATE_NOT_IN_FUTURE);
    }

    List<Missing> missing() {
        return List.copyOf(missing);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
