package org.pengjiang.project.imports;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.table.TableFile;

/** Historic imports: hand in, look, confirm. */
@Path("/v1/projects/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportResource {
    private final SubmitImport submit;
    private final ConfirmImport confirm;
    private final CancelImport cancel;
    private final ImportJobs jobs;
    private final RefusedRows refusedRows;
    private final CurrentCaller caller;
    private final Responses responses;

    ImportResource(
            SubmitImport submit,
            ConfirmImport confirm,
            CancelImport cancel,
            ImportJobs jobs,
            RefusedRows refusedRows,
            CurrentCaller caller,
            Responses responses) {
        this.submit = submit;
        this.confirm = confirm;
        this.cancel = cancel;
        this.jobs = jobs;
        this.refusedRows = refusedRows;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Consumes({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Upload(limit = 16L * 1024 * 1024)
    @Command(ifMatch = false)
    @PermissionsAllowed("import:run")
    @Operation(
            operationId = "importProjects",
            summary = "Hand in the signed projects of a past year as a table (历史项目导入); a dry run only checks",
            description =
                    "CSV in UTF-8 or GB18030, or a workbook (XLSX) with one sheet. Headings are the names of the columns"
                            + " or their titles; an amount's title names its unit, such as 计划总投资（万元）.")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response submit(
            @QueryParam("historical") @DefaultValue("true") @AssertTrue boolean historical,
            @QueryParam("year") @NotNull @Min(1980) @Max(2200) Integer year,
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
                    HistoricTable table) {
        Response created = responses.created(
                "/v1/projects/imports", submit.submit(year, dryRun, table, caller.get()), ImportView::of);
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("import:read")
    @Operation(operationId = "getImport", summary = "How far an import has come")
    @APIResponseSchema(ImportView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(job(id), ImportView::of);
    }

    @GET
    @Path("/{id}/refused-rows")
    @PermissionsAllowed("import:read")
    @Operation(
            operationId = "listRefusedRows",
            summary = "The rows that do not become projects, each with every reason")
    @APIResponseSchema(RefusedRowPage.class)
    public Response refused(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return responses.page(refusedRows.of(job(id).id(), page));
    }

    @POST
    @Path("/{id}/confirm")
    @Command
    @PermissionsAllowed("import:run")
    @Operation(
            operationId = "confirmImport",
            summary = "Answer for the file as a second person; its good rows are entered")
    @APIResponseSchema(ImportView.class)
    public Response confirm(@PathParam("id") UUID id) {
        return responses.ok(confirm.confirm(id, caller.get()), ImportView::of);
    }

    @POST
    @Path("/{id}/cancel")
    @Command
    @PermissionsAllowed("import:run")
    @Operation(
            operationId = "cancelImport",
            summary = "Give an import up (作废导入): no further row is entered; projects that were entered stay")
    @APIResponseSchema(ImportView.class)
    public Response cancel(@PathParam("id") UUID id, @NotNull @Valid CancelReason said) {
        return responses.ok(cancel.cancel(id, said.reason(), caller.get()), ImportView::of);
    }

    private ImportJob job(UUID id) {
        return jobs.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
