package org.pengjiang.kit.log.feed;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;

/** How a service shows the subject of a change for {@code expand=subject}. Declare one application-scoped bean per type. */
public interface SubjectView {
    /** The {@code subject_type} it is for. */
    String subjectType();

    /**
     * Loads all of a page at once, in one query. What this caller may not see now is left out, even where the change itself
     * could be seen.
     */
    Map<UUID, ?> load(Caller caller, Set<UUID> subjects);
}
