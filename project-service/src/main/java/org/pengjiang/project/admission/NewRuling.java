package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.project.model.Decision;
import org.pengjiang.project.model.Ruling;
import org.pengjiang.project.model.Veto;

/**
 * The decision on a case.
 *
 * @param meetingNo of the minutes
 * @param withoutOpinion departments whose overdue opinion was not waited for; then the leading group confirms
 */
record NewRuling(
        @NotNull Decision decision,
        @NotNull @OneLine(max = 100) String meetingNo,
        @Nullable @Size(max = 30) List<@NotNull @LongText(max = 500) String> conditions,
        @Nullable @Size(max = 6) List<@NotNull Veto> vetoes,
        @Nullable @Size(max = 30) List<@NotNull @KeyString(max = 40) String> withoutOpinion) {
    Ruling ruling() {
        return new Ruling(decision, meetingNo.strip(), orNone(conditions), orNone(vetoes), orNone(withoutOpinion));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
