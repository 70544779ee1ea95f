package org.pengjiang.kit.file;

import java.util.UUID;
import org.pengjiang.kit.identity.Caller;

/** Says who may read the files of one kind of subject. A service has one bean for each kind; without one nobody may. */
public interface FileAccess {
    /** What {@link Files#attach} was given. */
    String subjectType();

    /** Asked before every download. */
    FileRight right(UUID subject, Caller reader);
}
