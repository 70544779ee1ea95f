package org.pengjiang.appeal.model.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/**
 * What a caller is to one appeal.
 *
 * @param capacities as whom they act
 * @param view what they are shown
 * @param readsAll whether also what is not public, whenever it was written
 * @param hasFiled whether they have filed it
 * @param learnsWhose whether they learn whose appeal it is
 * @param turns when they have handled it, and may still read what was written then
 */
public record AppealReader(
        Set<Capacity> capacities,
        FieldView view,
        boolean readsAll,
        boolean hasFiled,
        boolean learnsWhose,
        List<Turn> turns) {
    private static final Set<Capacity> REACH_THE_ENTERPRISE =
            EnumSet.of(Capacity.ENTERPRISE, Capacity.CENTRE, Capacity.HANDLER, Capacity.HEAD, Capacity.CALLBACK);

    public boolean shows(FieldView.Field field) {
        return view.shows(field) && (field != FieldView.Field.IDENTITY || learnsWhose);
    }

    /** @throws DomainException NOT_INVOLVED */
    public AppealReader require(FieldView.Field field) {
        if (!view.shows(field)) {
            throw new DomainException(AppealProblem.NOT_INVOLVED);
        }
        return this;
    }

    /** Whether they read a part of the appeal, such as a message. */
    public boolean reads(Instant writtenAt, boolean isPublic) {
        if (!view.shows(FieldView.Field.ANSWERS)) {
            return false;
        }
        boolean isToldAll = readsAll || turns.stream().anyMatch(turn -> turn.lasted(writtenAt));
        return isToldAll || isPublic && (isOutsider() || hasFiled);
    }

    /** Whether they are of an enterprise or a partner's system. */
    public boolean isOutsider() {
        return view == FieldView.ENTERPRISE || view == FieldView.PARTNER;
    }

    /** How they read what people wrote in their own words. */
    public FreeText text() {
        return new FreeText(learnsWhose && (hasFiled || !Collections.disjoint(capacities, REACH_THE_ENTERPRISE)));
    }

    /**
     * What they may read the contact in full for.
     *
     * @throws DomainException IDENTITY_WITHHELD, NOT_HANDLER
     */
    public ContactPurpose contactPurpose(Appeal appeal) {
        return purpose(appeal)
                .orElseThrow(() -> new DomainException(
                        learnsWhose || !capacities.contains(Capacity.HANDLER)
                                ? AppealProblem.NOT_HANDLER
                                : AppealProblem.IDENTITY_WITHHELD));
    }

    private static boolean isToBeCalled(Appeal appeal) {
        return appeal.clock(ClockType.CALLBACK).filter(SlaClock::isWaiting).isPresent();
    }

    private Optional<ContactPurpose> purpose(Appeal appeal) {
        if (capacities.contains(Capacity.ENTERPRISE)) {
            return Optional.of(ContactPurpose.OWN);
        }
        if (capacities.contains(Capacity.HANDLER) && learnsWhose) {
            return Optional.of(ContactPurpose.HANDLING);
        }
        if (capacities.contains(Capacity.CALLBACK) && (appeal.state() == AppealState.REPLIED || isToBeCalled(appeal))) {
            return Optional.of(ContactPurpose.CALLBACK);
        }
        if (capacities.contains(Capacity.CENTRE) && appeal.isOpen()) {
            if (appeal.handler().isEmpty()) {
                return Optional.of(ContactPurpose.SCREENING);
            }
            return appeal.confidentiality().isConfidential() ? Optional.of(ContactPurpose.RELAY) : Optional.empty();
        }
        return Optional.empty();
    }
}
