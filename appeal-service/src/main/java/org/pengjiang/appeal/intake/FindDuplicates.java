package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.search.TextSimilarity;

/**
 * Of the same enterprise and category within 90 days, and open or similar: whoever is about to file is asked whether it is the same.
 * Only what the caller sees is told.
 */
@ApplicationScoped
class FindDuplicates {
    private static final Duration LATELY = Duration.ofDays(90);

    /** An assumption, in percent. */
    private static final int SIMILAR = 60;

    /** Of the newest: who files more of one category within 90 days is not asked about the older ones. */
    private static final int LOOKED_AT = 50;

    private static final int SHOWN = 5;

    private final Appeals appeals;
    private final Clock clock;

    FindDuplicates(Appeals appeals, Clock clock) {
        this.appeals = appeals;
        this.clock = clock;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE, ENTERPRISE_NOT_OWN */
    List<DuplicateCandidates.Candidate> find(DuplicateCheck said, Caller caller) {
        TextSimilarity text = TextSimilarity.of(said.title() + ' ' + said.description());
        return appeals
                .ofEnterpriseSince(
                        caller,
                        enterprise(said, caller),
                        said.category(),
                        Instant.now(clock).minus(LATELY),
                        LOOKED_AT)
                .stream()
                .map(appeal -> candidate(appeal, text))
                .filter(candidate -> candidate.open() || candidate.similarity() >= SIMILAR)
                .sorted(Comparator.comparing(DuplicateCandidates.Candidate::similarity)
                        .reversed())
                .limit(SHOWN)
                .toList();
    }

    private static String enterprise(DuplicateCheck said, Caller caller) {
        if (Party.isOutsider(caller)) {
            String own = Party.of(caller)
                    .map(Party::creditCode)
                    .orElseThrow(() -> new DomainException(KitProblem.FORBIDDEN));
            if (said.enterprise() != null && !said.enterprise().value().equals(own)) {
                throw new DomainException(AppealProblem.ENTERPRISE_NOT_OWN);
            }
            return own;
        }
        if (said.enterprise() == null) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/enterprise", AppealProblem.ENTERPRISE_MISSING)));
        }
        return said.enterprise().value();
    }

    private static DuplicateCandidates.Candidate candidate(Appeal appeal, TextSimilarity text) {
        return new DuplicateCandidates.Candidate(
                appeal.id(),
                appeal.no(),
                PersonalNumbers.mask(appeal.filing().title()),
                appeal.state(),
                appeal.isOpen(),
                appeal.filing().receivedAt(),
                text.percentOf(appeal.filing().title() + ' ' + appeal.filing().description()));
    }
}
