package org.pengjiang.project.gates;

import java.util.List;
import org.pengjiang.project.model.Duplicate;
import org.pengjiang.project.model.Examination;
import org.pengjiang.project.model.GateFile;
import org.pengjiang.project.model.Missing;
import org.pengjiang.project.model.Stage;

/**
 * What would happen if the gate were asked for now.
 *
 * @param confirmers the roles that would each have to confirm; none: the gate would be passed at once
 */
record GateCheckView(
        Stage from,
        Stage to,
        boolean ready,
        List<Missing> missing,
        List<String> confirmers,
        List<Duplicate> duplicates) {
    static GateCheckView of(GateFile file, Stage to, Examination examination) {
        return new GateCheckView(
                file.project().stage(),
                to,
                examination.isReady(),
                examination.missing(),
                examination.confirmers(),
                file.duplicates());
    }
}
