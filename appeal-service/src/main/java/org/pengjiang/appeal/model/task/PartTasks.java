package org.pengjiang.appeal.model.task;

import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.kit.tasks.Task;

/** What waits for somebody because of a part of an appeal, whatever its state. Declare an application-scoped bean. */
public interface PartTasks {
    /** As the kit's tasks name them; no other source has one of these. */
    Set<String> kinds();

    List<Task> waiting(Appeal appeal);
}
