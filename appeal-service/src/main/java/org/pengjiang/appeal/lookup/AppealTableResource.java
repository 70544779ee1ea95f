package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;

/** The list of appeals as a table. A class of its own: the address of one appeal would take the word for its id. */
@Path("/v1/appeals/table")
@Tag(name = "Appeals")
class AppealTableResource {
    private final AppealQueries appeals;
    private final CurrentCaller caller;
    private final TableResponses tables;

    AppealTableResource(AppealQueries appeals, CurrentCaller caller, TableResponses tables) {
        this.appeals = appeals;
        this.caller = caller;
        this.tables = tables;
    }

    @GET
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("appeal:read")
    @Operation(operationId = "exportAppeals", summary = "The list of appeals as a table, contacts masked (导出诉求列表)")
    @APIResponse(
            responseCode = "200",
            description = "The table; Link names the address of the rest, where there is one 表格",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(@BeanParam @Valid AppealFilter filter, @BeanParam @Valid TableRequest table) {
        Caller who = caller.get();
        return tables.answer("appeals", AppealTable.LAYOUT, table, page -> appeals.list(who, filter, page));
    }
}
