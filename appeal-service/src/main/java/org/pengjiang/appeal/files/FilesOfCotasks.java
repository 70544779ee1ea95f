package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever may list a co-task may read its files. */
@ApplicationScoped
class FilesOfCotasks implements FileAccess {
    private final Appeals appeals;
    private final Cotasks cotasks;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfCotasks(Appeals appeals, Cotasks cotasks, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.cotasks = cotasks;
        this.access = access;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.COTASK.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID cotask, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.withCotask(reader, cotask)
                        .flatMap(appeal -> cotasks.of(appeal).stream()
                                .filter(one -> one.id().equals(cotask))
                                .findFirst()
                                .flatMap(found -> right(found, access.reader(appeal, reader))))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    private static Optional<FileRight> right(Cotask cotask, AppealReader reader) {
        return reader.shows(FieldView.Field.COOPERATION) && reader.reads(cotask.askedAt(), false)
                ? Optional.of(FileRight.ORIGINAL)
                : Optional.empty();
    }
}
