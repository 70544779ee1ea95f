package org.pengjiang.appeal.merging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.merging.Followers;
import org.pengjiang.appeal.model.merging.Mergings;
import org.pengjiang.kit.identity.Caller;

/** Whether an appeal may follow another one, be parted from it, or rate its answer. */
@ApplicationScoped
class MergingConditions implements CommandCondition {
    private final Mergings mergings;
    private final Followers followers;
    private final TimeContexts times;

    MergingConditions(Mergings mergings, Followers followers, TimeContexts times) {
        this.mergings = mergings;
        this.followers = followers;
        this.times = times;
    }

    @Override
    public Set<AppealCommand> commands() {
        return Set.of(AppealCommand.MERGE, AppealCommand.UNMERGE, AppealCommand.RATE_MASTER);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case MERGE -> !appeal.isFollowed() || followers.count(appeal) == 0;
            case UNMERGE -> mergings.isSeparable(appeal, times.now(appeal));
            case RATE_MASTER ->
                mergings.rating(appeal).isEmpty()
                        && mergings.present(appeal)
                                .map(followers::master)
                                .filter(Mergings::isAnswered)
                                .isPresent();
            default -> throw new IllegalArgumentException(command.name());
        };
    }
}
