package org.pengjiang.appeal.casefile;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.RoundOrder;
import org.pengjiang.appeal.model.round.AppealRound;
import org.pengjiang.appeal.model.round.Rounds;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The rounds of one appeal. */
@Path("/v1/appeals/{id}/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class RoundResource {
    private final Appeals appeals;
    private final Rounds rounds;
    private final Evaluation evaluation;
    private final AppealAccess access;
    private final CurrentCaller caller;

    RoundResource(Appeals appeals, Rounds rounds, Evaluation evaluation, AppealAccess access, CurrentCaller caller) {
        this.appeals = appeals;
        this.rounds = rounds;
        this.evaluation = evaluation;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listRounds",
            summary = "Every round, the newest last: why it began, when it reached what, and how long that took (办理轮次)")
    public List<RoundView> rounds(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get());
        boolean supervision = reader.shows(FieldView.Field.SUPERVISION);
        Map<Integer, RoundView.Order> orders = orders(appeal, reader);
        List<AppealRound> ended = rounds.ended(appeal);
        List<RoundView> views = new ArrayList<>(ended.stream()
                .map(past -> RoundView.of(past, supervision, orders.get(past.round())))
                .toList());
        if (ended.stream().noneMatch(past -> past.round() == appeal.round())) {
            views.add(RoundView.present(appeal, supervision, orders.get(appeal.round())));
        }
        return views;
    }

    private Map<Integer, RoundView.Order> orders(Appeal appeal, AppealReader reader) {
        return evaluation.orders(appeal).stream()
                .filter(order -> reader.reads(order.at(), true))
                .collect(Collectors.toMap(
                        RoundOrder::round,
                        order -> new RoundView.Order(
                                order.as(),
                                order.reason().map(reader.text()::of).orElse(null))));
    }
}
