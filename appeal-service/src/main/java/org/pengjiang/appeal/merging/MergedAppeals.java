package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.merging.Followers;
import org.pengjiang.appeal.model.merging.Merging;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Reads what follows what. */
@ApplicationScoped
class MergedAppeals {
    private final Appeals appeals;
    private final Mergings mergings;
    private final Followers followers;
    private final Replies replies;
    private final AppealAccess access;

    MergedAppeals(Appeals appeals, Mergings mergings, Followers followers, Replies replies, AppealAccess access) {
        this.appeals = appeals;
        this.mergings = mergings;
        this.followers = followers;
        this.replies = replies;
        this.access = access;
    }

    /** @throws DomainException NOT_FOUND where it follows none, or one that is kept from this caller; NOT_INVOLVED */
    MasterView master(Appeal appeal, Caller caller) {
        AppealReader reader = access.reader(appeal, caller).require(FieldView.Field.ANSWERS);
        Merging merging = mergings.present(appeal).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        Appeal master = followers.master(merging);
        if (!reader.isOutsider() && !access.covers(master, caller)) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        MasterView.MasterReply reply = reader.isOutsider()
                ? replies.of(master).stream()
                        .filter(candidate -> candidate.status() == ReplyStatus.DELIVERED)
                        .reduce((before, after) -> after)
                        .map(MasterView.MasterReply::of)
                        .orElse(null)
                : null;
        return MasterView.of(
                merging,
                master,
                reply,
                mergings.rating(appeal)
                        .filter(rating -> reader.reads(rating.ratedAt(), true))
                        .map(MasterView.MasterRating::of)
                        .orElse(null));
    }

    /** @throws DomainException NOT_FOUND, NOT_INVOLVED */
    List<FollowerView> followers(UUID id, Caller caller) {
        Appeal master = seen(id, caller);
        FreeText text =
                access.reader(master, caller).require(FieldView.Field.ATTEMPTS).text();
        return followers.of(master).stream()
                .filter(merging -> access.covers(merging.follower(), caller))
                .filter(merging -> !merging.follower().confidentiality().isConfidential()
                        || access.mayKnowWhose(merging.follower(), caller))
                .map(merging -> FollowerView.of(
                        merging.follower(), merging, access.mayKnowWhose(merging.follower(), caller), text))
                .toList();
    }

    /** @throws DomainException NOT_FOUND */
    Appeal seen(UUID id, Caller caller) {
        return appeals.seenBy(caller, id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
