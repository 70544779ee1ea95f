package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealFollowed;
import org.pengjiang.appeal.events.AppealMerged;
import org.pengjiang.appeal.events.AppealUnmerged;
import org.pengjiang.appeal.events.MasterMoved;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.merging.Followers;
import org.pengjiang.appeal.model.task.AppealLetters;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;

/** Whoever appeals and whoever handles it learn what it follows; whoever follows learns of the answer. */
@ApplicationScoped
class MergingNotices implements NoticeSource {
    private static final String MERGED = "appeal-merged";
    private static final String UNMERGED = "appeal-unmerged";
    private static final String FOLLOWED = "appeal-followed";
    private static final String ANSWERED = "master-answered";
    private static final String REPLIED = "appeal.replied.v1";

    private final AppealLetters letters;
    private final Followers followers;

    MergingNotices(AppealLetters letters, Followers followers) {
        this.letters = letters;
        this.followers = followers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MERGED, UNMERGED, FOLLOWED, ANSWERED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case AppealMerged merged -> both(appeal, MERGED, merged.masterNo());
            case AppealUnmerged unmerged -> both(appeal, UNMERGED, unmerged.masterNo());
            case AppealFollowed followed ->
                letters.toHandlers(appeal, FOLLOWED, Integer.toString(followed.followers()));
            case MasterMoved moved
            when moved.happened().equals(REPLIED) ->
                followers.of(appeal).stream()
                        .flatMap(merging -> letters.toEnterprise(merging.follower(), ANSWERED, appeal.no()).stream())
                        .toList();
            default -> List.of();
        };
    }

    private List<EventNotice> both(Appeal appeal, String kind, String masterNo) {
        return Stream.concat(
                        letters.toEnterprise(appeal, kind, masterNo).stream(),
                        letters.toHandlers(appeal, kind, masterNo).stream())
                .toList();
    }
}
