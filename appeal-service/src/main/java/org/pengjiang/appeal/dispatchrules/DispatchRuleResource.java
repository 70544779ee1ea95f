package org.pengjiang.appeal.dispatchrules;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.DispatchRules;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The dispatch directory: entering and ending rules, reading them. */
@Path("/v1/dispatch-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispatch directory")
class DispatchRuleResource {
    private final EnterDispatchRule enter;
    private final EndDispatchRule end;
    private final DispatchRules rules;
    private final DispatchRuleQueries queries;
    private final CurrentCaller caller;
    private final Responses responses;

    DispatchRuleResource(
            EnterDispatchRule enter,
            EndDispatchRule end,
            DispatchRules rules,
            DispatchRuleQueries queries,
            CurrentCaller caller,
            Responses responses) {
        this.enter = enter;
        this.end = end;
        this.rules = rules;
        this.queries = queries;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("dispatch-rule:manage")
    @Operation(
            operationId = "enterDispatchRule",
            summary = "Enter a rule of the dispatch directory (新增派单规则)",
            description =
                    "One unit for one category in one area on one day; to change a rule, end it and enter another.")
    @APIResponseSchema(value = DispatchRuleView.class, responseCode = "201")
    public Response enter(@NotNull @Valid NewDispatchRule said) {
        return responses.created("/v1/dispatch-rules", enter.enter(said, caller.get()), DispatchRuleView::of);
    }

    @POST
    @Path("/{id}/end")
    @Command
    @PermissionsAllowed("dispatch-rule:manage")
    @Operation(operationId = "endDispatchRule", summary = "Let a rule apply up to a day (终止派单规则)")
    @APIResponseSchema(DispatchRuleView.class)
    public Response end(@PathParam("id") UUID id, @NotNull @Valid LastDay said) {
        return responses.ok(end.end(caller.get().scope(), id, said.lastDay()), DispatchRuleView::of);
    }

    @GET
    @PermissionsAllowed("dispatch-rule:read")
    @Operation(operationId = "listDispatchRules", summary = "Rules of the dispatch directory, newest first (派单规则列表)")
    @APIResponseSchema(DispatchRulePage.class)
    public Response list(@BeanParam @Valid RuleFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(queries.list(caller.get().scope(), filter, page));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("dispatch-rule:read")
    @Operation(operationId = "getDispatchRule", summary = "One rule of the dispatch directory (派单规则)")
    @APIResponseSchema(DispatchRuleView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                rules.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                DispatchRuleView::of);
    }
}
