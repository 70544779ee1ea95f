package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Objects;

/** Decides what a project is worth in the count: phases nothing, expansions their increment, excluded kinds nothing. */
final class StandingRule {
    private final CountingRules rules;

    StandingRule(CountingRules rules) {
        this.rules = rules;
    }

    Standing of(ProjectFact.StageReached fact) {
        if (fact.isPhase()) {
            return Standing.PHASE_OF_SIGNED;
        }
        boolean excluded =
                rules.excludedKinds().contains(fact.kind()) || !Collections.disjoint(rules.excludedTags(), fact.tags());
        if (excluded) {
            return Standing.EXCLUDED_KIND;
        }
        if (size(fact).compareTo(rules.minimumYuan()) < 0) {
            return Standing.BELOW_MINIMUM;
        }
        boolean ownFiling = fact.separateFilingCode() && size(fact).compareTo(rules.expansionCountsFrom()) >= 0;
        return fact.isExpansion() && !ownFiling ? Standing.INCREMENT_ONLY : Standing.NEW_PROJECT;
    }

    /** What bands are measured by: the planned total, of an expansion the increment. */
    static BigDecimal size(ProjectFact.StageReached fact) {
        BigDecimal planned = fact.plannedTotalYuan();
        return fact.isExpansion() || planned == null ? credited(fact) : planned;
    }

    /** What counts as signed: the first formal agreement; of an expansion only what it adds. */
    static BigDecimal credited(ProjectFact.StageReached fact) {
        BigDecimal increment = fact.incrementYuan();
        return fact.isExpansion() && increment != null
                ? increment
                : Objects.requireNonNull(fact.amountYuan(), "a credited gate without agreementAmountYuan");
    }
}
