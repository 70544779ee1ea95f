package org.pengjiang.appeal.model.assignment;

import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.directory.DispatchDecision;

/** Who handles an appeal in its next round. */
@FunctionalInterface
public interface NextHandler {
    DispatchDecision after(Appeal appeal, Assignment last);
}
