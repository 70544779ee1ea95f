package org.pengjiang.appeal.directory;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.directory.DispatchRules;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;

/** The dispatch directory: entering and ending rules, reading them. */
@Path("/v1/dispatch-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispatch directory")
class DispatchRuleResource {
    private final EnterDispatchRule enter;
    private final EndDispatchRule end;
    private final ReplaceDispatchRule replace;
    private final ImportDirectory directory;
    private final DispatchRules rules;
    private final HitRate hitRate;
    private final DispatchRuleQueries queries;
    private final CurrentCaller caller;
    private final OwnDistrict ownDistrict;
    private final Responses responses;
    private final TableResponses tables;

    DispatchRuleResource(
            EnterDispatchRule enter,
            EndDispatchRule end,
            ReplaceDispatchRule replace,
            ImportDirectory directory,
            DispatchRules rules,
            HitRate hitRate,
            DispatchRuleQueries queries,
            CurrentCaller caller,
            OwnDistrict ownDistrict,
            Responses responses,
            TableResponses tables) {
        this.enter = enter;
        this.end = end;
        this.replace = replace;
        this.directory = directory;
        this.rules = rules;
        this.hitRate = hitRate;
        this.queries = queries;
        this.caller = caller;
        this.ownDistrict = ownDistrict;
        this.responses = responses;
        this.tables = tables;
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

    @POST
    @Path("/{id}/replace")
    @Command
    @PermissionsAllowed("dispatch-rule:manage")
    @Operation(
            operationId = "replaceDispatchRule",
            summary = "Let another unit answer from now on, or from a later moment on (更换派单单位)",
            description =
                    "Ends the rule at that moment, to the second, and enters another one for the rest of its time. What was"
                            + " dispatched already stays where it is.")
    @APIResponseSchema(value = DispatchRuleView.class, responseCode = "201")
    public Response replace(@PathParam("id") UUID id, @NotNull @Valid Replacement said) {
        return responses.created("/v1/dispatch-rules", replace.replace(id, said, caller.get()), DispatchRuleView::of);
    }

    @POST
    @Path("/imports")
    @Consumes({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Upload(limit = 16L << 20)
    @Command(ifMatch = false)
    @PermissionsAllowed("dispatch-rule:manage")
    @Operation(
            operationId = "importDispatchRules",
            summary = "Make a table the whole directory of a district from a day on (导入派单目录); a dry run only shows",
            description =
                    "Rules that the table does not name end on the day before; rules that it names stay, or are"
                            + " entered. All of it or nothing: 422 names the faults of every row. A first day before the given day means"
                            + " that the rule stands already. The answer counts all changes and shows the first 500 of each kind.")
    @APIResponseSchema(DirectoryImportView.class)
    public Response importDirectory(
            @QueryParam("effectiveFrom") @NotNull LocalDate effectiveFrom,
            @QueryParam("division") @Nullable String division,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = TableFile.CSV_TYPE,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = TableFile.XLSX_TYPE,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    DirectoryTable table) {
        return Response.ok(directory.run(
                        table.rows(), ownDistrict.inside(division).value(), effectiveFrom, dryRun, caller.get()))
                .build();
    }

    @GET
    @PermissionsAllowed("dispatch-rule:read")
    @Operation(operationId = "listDispatchRules", summary = "Rules of the dispatch directory, newest first (派单规则列表)")
    @APIResponseSchema(DispatchRulePage.class)
    public Response list(@BeanParam @Valid RuleFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(queries.list(caller.get().scope(), filter, page));
    }

    @GET
    @Path("/hit-rate")
    @PermissionsAllowed("dispatch-rule:measure")
    @Operation(
            operationId = "getDispatchHitRate",
            summary = "How often the directory named the unit that an appeal stayed with, by category (派单目录命中率)",
            description =
                    "Over first dispatches of at most 92 days. Appeals that a special class handles do not count. For those who keep or"
                            + " supervise the directory: it counts appeals that are kept from the unit that they are about.")
    public HitRateView hitRate(@BeanParam @Valid HitRateFilter days) {
        return hitRate.of(caller.get().scope(), days);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("dispatch-rule:read")
    @Operation(operationId = "getDispatchRule", summary = "One rule of the dispatch directory (派单规则)")
    @APIResponseSchema(DispatchRuleView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(
                rules.findDeciding(caller.get().scope(), id)
                        .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)),
                DispatchRuleView::of);
    }

    @GET
    @Path("/table")
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("dispatch-rule:read")
    @Operation(
            operationId = "exportDispatchRules",
            summary = "Rules of the dispatch directory as a table, which an import takes (导出派单目录)")
    @APIResponse(
            responseCode = "200",
            description = "The table; Link names the address of the rest, where there is one 表格",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(@BeanParam @Valid RuleFilter filter, @BeanParam @Valid TableRequest table) {
        DivisionScope scope = caller.get().scope();
        return tables.answer(
                "dispatch-rules",
                DirectoryColumns.LAYOUT,
                table,
                page -> DirectoryColumns.applying(queries.list(scope, filter, page)));
    }
}
