package org.pengjiang.note.gates;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.AccessLog;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.table.TableLayout;
import org.pengjiang.kit.table.TableRequest;
import org.pengjiang.kit.table.TableResponses;

/** Operations that work until the test lets them end. */
@Path("/v1/gates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gates")
@Blocking
class GateResource {
    private static final int MEGABYTES = 48;
    private static final TableLayout<String> ROW =
            TableLayout.<String>empty().with(Column.text("x", "文", "Text", 2000), row -> row);

    private final Gate gate;
    private final AccessLog accessLog;
    private final Responses responses;
    private final TableResponses tables;

    GateResource(Gate gate, AccessLog accessLog, Responses responses, TableResponses tables) {
        this.gate = gate;
        this.accessLog = accessLog;
        this.responses = responses;
        this.tables = tables;
    }

    @GET
    @PermissionsAllowed("note:read")
    @Operation(operationId = "readAtGate", summary = "Read until the gate opens (读)")
    public Passed read() throws InterruptedException {
        return gate.pass();
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("note:write")
    @Operation(operationId = "commandAtGate", summary = "Change until the gate opens (写)")
    @APIResponseSchema(Passed.class)
    public Response command() throws InterruptedException {
        return Response.ok(gate.pass()).build();
    }

    @GET
    @Bulk
    @Path("bulk")
    @PermissionsAllowed("note:read")
    @Operation(operationId = "readMuchAtGate", summary = "Read much until the gate opens (批量)")
    public Passed bulk() throws InterruptedException {
        return gate.pass();
    }

    @GET
    @Path("long")
    @PermissionsAllowed("note:read")
    @Operation(operationId = "readLongAnswer", summary = "Some megabytes (长)")
    public List<String> longAnswer() {
        return Collections.nCopies(MEGABYTES << 10, "x".repeat(1 << 10));
    }

    @GET
    @Path("table")
    @Produces({TableFile.CSV_TYPE, TableFile.XLSX_TYPE})
    @Bulk
    @PermissionsAllowed("note:read")
    @Operation(operationId = "readLongTable", summary = "Rows without end (长表)")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = TableFile.CSV_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableFile.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(
            @QueryParam("width") @DefaultValue("1") @Min(1) @Max(1024) int width,
            @BeanParam @Valid TableRequest table) {
        String row = "x".repeat(width);
        return tables.answer("long", ROW, table, page -> new Page<>(Collections.nCopies(page.limit(), row), "more"));
    }

    @GET
    @Path("protected/{id}")
    @PermissionsAllowed("note:read-only")
    @Operation(operationId = "readProtected", summary = "Show a protected value in full (明文)")
    @APIResponseSchema(Passed.class)
    public Response shown(@PathParam("id") UUID id) {
        accessLog.record("note", id, DivisionCode.parse("440703"), List.of("secret"), "readProtected");
        return responses.ok(0, new Passed(true));
    }
}
