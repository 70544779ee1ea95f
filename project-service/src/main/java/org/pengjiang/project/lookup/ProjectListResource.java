package org.pengjiang.project.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;

/** The list of projects. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectListResource {
    private final ProjectQueries projects;
    private final CurrentCaller caller;
    private final Responses responses;
    private final TableResponses tables;

    ProjectListResource(ProjectQueries projects, CurrentCaller caller, Responses responses, TableResponses tables) {
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
        this.tables = tables;
    }

    @GET
    @PermissionsAllowed("project:read")
    @Operation(operationId = "listProjects", summary = "Projects of one's division, newest first (项目列表)")
    @APIResponseSchema(ProjectPage.class)
    public Response list(@BeanParam @Valid ProjectFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(projects.list(caller.get().scope(), filter, page));
    }

    @GET
    @Path("/table")
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("project:read")
    @Operation(operationId = "exportProjects", summary = "The list of projects as a table (导出项目列表)")
    @APIResponse(
            responseCode = "200",
            description = "The table; Link names the address of the rest, where there is one 表格",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(@BeanParam @Valid ProjectFilter filter, @BeanParam @Valid TableRequest table) {
        DivisionScope scope = caller.get().scope();
        return tables.answer("projects", ProjectTable.LAYOUT, table, page -> projects.list(scope, filter, page));
    }
}
