package org.pengjiang.appeal.model.appeal;

import org.pengjiang.appeal.model.clock.TimeContext;

/** What a part does when its appeal stands for itself again, and its clocks have come back. Declare an application-scoped bean. */
public interface AfterParting {
    void parted(Appeal appeal, TimeContext now);
}
