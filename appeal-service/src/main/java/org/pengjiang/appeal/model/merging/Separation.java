package org.pengjiang.appeal.model.merging;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.events.AppealUnmerged;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.TimeContexts;

/** Tells that an appeal follows another one no longer. */
@ApplicationScoped
public class Separation {
    private final Mergings mergings;
    private final Followers followers;
    private final TimeContexts times;
    private final AppealLog log;

    Separation(Mergings mergings, Followers followers, TimeContexts times, AppealLog log) {
        this.mergings = mergings;
        this.followers = followers;
        this.times = times;
        this.log = log;
    }

    public void log(Appeal appeal, Merging ended) {
        log.append(
                appeal,
                new AppealUnmerged(
                        appeal.standing(),
                        ended.endedAt().orElseThrow(),
                        ended.masterId(),
                        followers.master(ended).no()));
    }

    /** The master was taken back: each appeal that follows it is answered for itself. */
    public void releaseFollowers(Appeal master) {
        followers.forChange(master).forEach(appeal -> log(appeal, mergings.release(appeal, times.now(appeal))));
    }
}
