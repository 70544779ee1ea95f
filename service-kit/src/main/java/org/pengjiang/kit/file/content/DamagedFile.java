package org.pengjiang.kit.file.content;

import java.io.IOException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** The content is not what its type demands. */
final class DamagedFile extends IOException {
    /** Where the content itself is at fault: the whole body. */
    static final String CONTENT = "";

    private final transient Fault fault;

    DamagedFile(ProblemCode code, Object... arguments) {
        super(code.name());
        this.fault = Fault.at(CONTENT, code, arguments);
    }

    static DamagedFile of(FileType type) {
        return new DamagedFile(KitProblem.FILE_DAMAGED, type.mediaType());
    }

    Fault fault() {
        return fault;
    }
}
