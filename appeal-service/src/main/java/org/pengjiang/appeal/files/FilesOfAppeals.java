package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may read an appeal may read the files that it was filed with. */
@ApplicationScoped
class FilesOfAppeals implements FileAccess {
    private final Appeals appeals;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfAppeals(Appeals appeals, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.access = access;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.APPEAL.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID id, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.seenBy(reader, id)
                        .map(appeal -> right(appeal, reader))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    private FileRight right(Appeal appeal, Caller caller) {
        AppealReader reader = access.reader(appeal, caller);
        boolean isOwn = Readers.isEnterprise(caller) ? appeal.filing().source() == AppealSource.APP : reader.hasFiled();
        return reader.shows(FieldView.Field.FILING) ? Readers.right(reader, isOwn) : FileRight.NONE;
    }
}
