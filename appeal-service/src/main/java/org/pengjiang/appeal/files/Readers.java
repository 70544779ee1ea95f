package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.identity.RolePermissions;

/** How much of a file somebody gets who sees what it is attached to. */
@ApplicationScoped
class Readers {
    private final RolePermissions permissions = RolePermissions.load();

    boolean mayRead(Caller reader) {
        return permissions.isGranted(reader.roles(), "appeal:read");
    }

    static boolean isEnterprise(Caller reader) {
        return Party.isOutsider(reader);
    }

    /** @param isOwn whether the reader's own side has handed it in */
    static FileRight right(AppealReader reader, boolean isOwn) {
        if (isOwn) {
            return FileRight.ORIGINAL;
        }
        if (reader.isOutsider()) {
            return FileRight.STRIPPED;
        }
        return reader.learnsWhose() ? FileRight.ORIGINAL : FileRight.UNNAMED;
    }
}
