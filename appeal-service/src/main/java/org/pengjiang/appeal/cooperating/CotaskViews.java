package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.Caller;

/** Shows co-tasks to those involved: of an earlier handler those that were given while they handled it. */
@ApplicationScoped
class CotaskViews {
    private final Cotasks cotasks;
    private final AppealAccess access;
    private final TimeContexts times;
    private final Files files;

    CotaskViews(Cotasks cotasks, AppealAccess access, TimeContexts times, Files files) {
        this.cotasks = cotasks;
        this.access = access;
        this.times = times;
        this.files = files;
    }

    List<CotaskView> list(Appeal appeal, Caller caller) {
        AppealReader reader = access.reader(appeal, caller).require(FieldView.Field.COOPERATION);
        return views(
                appeal,
                reader,
                cotasks.of(appeal).stream()
                        .filter(cotask -> reader.reads(cotask.askedAt(), false))
                        .toList());
    }

    /** In the answer to a command. */
    CotaskView one(Appeal appeal, int seq, Caller caller) {
        return views(appeal, access.reader(appeal, caller), List.of(cotasks.get(appeal, seq)))
                .getFirst();
    }

    private List<CotaskView> views(Appeal appeal, AppealReader reader, List<Cotask> shown) {
        TimeContext now = times.now(appeal);
        Map<UUID, List<AttachedFile>> attached =
                files.of(shown.stream().map(Cotask::id).toList());
        return shown.stream()
                .map(cotask -> CotaskView.of(
                        cotask,
                        cotasks.objection(appeal, cotask).orElse(null),
                        Cotasks.objectionUntil(cotask, now),
                        attached.getOrDefault(cotask.id(), List.of()),
                        reader.text()))
                .toList();
    }
}
