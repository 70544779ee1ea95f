package org.pengjiang.appeal.model.merging;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.AfterParting;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Which appeal follows which. A master has been accepted, so that it can no longer be rejected or lapse, and follows none itself: there
 * is one step from a follower to its master, and no ring.
 */
@ApplicationScoped
public class Mergings {
    private final AppealParts parts;
    private final Assignments assignments;
    private final List<AfterParting> parted;

    public Mergings(AppealParts parts, Assignments assignments, @All List<AfterParting> parted) {
        this.parts = parts;
        this.assignments = assignments;
        this.parted = List.copyOf(parted);
    }

    /**
     * The appeal follows the master from now on; its clocks stop, and nobody has to do anything about it.
     *
     * @param pointer where the request names the master
     * @throws DomainException VALUE_UNACCEPTABLE with every fault of the master
     */
    public Merging merge(Appeal appeal, Appeal master, String pointer, String reason, String account, TimeContext now) {
        appeal.require(AppealCommand.MERGE);
        List<Fault> faults = faults(appeal, master, pointer, now);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        Merging merging = new Merging(appeal, parts.nextSeq(appeal, Merging.class), master, reason, account, now.at());
        appeal.advance(AppealCommand.MERGE, AppealState.MERGED, now);
        assignments.end(appeal, now.at());
        master.beFollowed();
        parts.add(merging);
        return merging;
    }

    private static List<Fault> faults(Appeal appeal, Appeal master, String pointer, TimeContext now) {
        List<Fault> faults = new ArrayList<>();
        if (master.id().equals(appeal.id())) {
            faults.add(Fault.at(pointer, AppealProblem.MASTER_IS_ITSELF));
        }
        if (!master.division().district().equals(appeal.division().district())) {
            faults.add(Fault.at(pointer, AppealProblem.MASTER_ELSEWHERE, master.no()));
        }
        if (!mayBeFollowed(master, now)) {
            faults.add(Fault.at(
                    pointer,
                    AppealProblem.MASTER_NOT_TO_FOLLOW,
                    master.no(),
                    master.state().nameZh()));
        }
        if (!master.confidentiality().about().equals(appeal.confidentiality().about())) {
            faults.add(Fault.at(pointer, AppealProblem.MASTER_ABOUT_ANOTHER, master.no()));
        }
        return faults;
    }

    private static boolean mayBeFollowed(Appeal master, TimeContext now) {
        return switch (master.state()) {
            case SUBMITTED, SUPPLEMENT, REJECTED, MERGED, WITHDRAWN -> false;
            case CLOSED -> {
                Instant closedAt = master.progress().closedAt().orElseThrow();
                yield !now.at().isAfter(now.limits().windowEnd("reopenDays", closedAt, now.calendar()));
            }
            default -> true;
        };
    }

    /**
     * Back to where it stood: its clocks go on, and the time in between is a gap.
     *
     * @throws DomainException SEPARATION_OVER
     */
    public Merging separate(Appeal appeal, String reason, String account, TimeContext now) {
        appeal.require(AppealCommand.UNMERGE);
        if (!isSeparable(appeal, now)) {
            throw new DomainException(AppealProblem.SEPARATION_OVER);
        }
        return goBack(appeal, reason, account, now);
    }

    /** The master was taken back: whoever follows it is answered for themselves, however long ago it was merged. */
    public Merging release(Appeal appeal, TimeContext now) {
        appeal.require(AppealCommand.UNMERGE);
        return goBack(appeal, "MASTER_WITHDRAWN", "system", now);
    }

    private Merging goBack(Appeal appeal, String reason, String account, TimeContext now) {
        Merging merging = present(appeal).orElseThrow();
        appeal.comeBack(AppealCommand.UNMERGE, merging.from(), merging.mergedAt(), now);
        assignments.goOn(appeal);
        parted.forEach(part -> part.parted(appeal, now));
        merging.end(account, reason, now.at());
        return merging;
    }

    public boolean isSeparable(Appeal appeal, TimeContext now) {
        return present(appeal)
                .filter(merging ->
                        !now.at().isAfter(now.limits().windowEnd("unmergeDays", merging.mergedAt(), now.calendar())))
                .isPresent();
    }

    /** Which appeal it follows now. */
    public Optional<Merging> present(Appeal appeal) {
        return appeal.state() == AppealState.MERGED ? parts.newest(appeal, Merging.class) : Optional.empty();
    }

    /**
     * The appellant says what they think of the master's answer, once. It changes nothing of the master.
     *
     * @throws DomainException MASTER_NOT_ANSWERED, MASTER_RATED_ALREADY
     */
    public FollowerRating rate(Appeal appeal, Appeal master, FollowerRating.Said said, TimeContext now) {
        appeal.require(AppealCommand.RATE_MASTER);
        if (!isAnswered(master)) {
            throw new DomainException(AppealProblem.MASTER_NOT_ANSWERED);
        }
        if (rating(appeal).isPresent()) {
            throw new DomainException(AppealProblem.MASTER_RATED_ALREADY);
        }
        FollowerRating rating =
                new FollowerRating(appeal, parts.nextSeq(appeal, FollowerRating.class), master, said, now.at());
        appeal.note(AppealCommand.RATE_MASTER, now);
        parts.add(rating);
        return rating;
    }

    /** Its answer is before the appellant, and nobody works on another one. */
    public static boolean isAnswered(Appeal master) {
        return (master.state() == AppealState.REPLIED || master.state() == AppealState.CLOSED)
                && master.progress().repliedAt().isPresent();
    }

    /** Of the master that it follows now; it may have followed it before, and another one in between. */
    public Optional<FollowerRating> rating(Appeal appeal) {
        return present(appeal)
                .flatMap(merging -> parts.of(appeal, FollowerRating.class).stream()
                        .filter(rating -> rating.masterId().equals(merging.masterId()))
                        .findFirst());
    }
}
