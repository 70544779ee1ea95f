package org.pengjiang.kit.file;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.pengjiang.kit.file.content.StrippedCopy;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.text.OneLine;

/** Files: hand one in, read it, see it small. */
@Path("/v1/files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files")
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class FileResource {
    private static final long MOST_AT_ONCE = 20L << 20;

    private final UploadFile upload;
    private final ReadFile read;
    private final FileResponses contents;
    private final CurrentCaller caller;
    private final Responses responses;

    FileResource(UploadFile upload, ReadFile read, FileResponses contents, CurrentCaller caller, Responses responses) {
        this.upload = upload;
        this.read = read;
        this.contents = contents;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Consumes({
        "application/octet-stream",
        "application/pdf",
        "application/ofd",
        "image/jpeg",
        "image/png",
        "image/heic",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "text/plain",
        "application/zip"
    })
    @Upload(limit = MOST_AT_ONCE)
    @Command(ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(
            operationId = "uploadFile",
            summary = "Hand in a file, to be attached by its id (上传文件)",
            description = "Its type is found by its content; name and Content-Type have to agree with that"
                    + " (application/octet-stream says nothing). A larger file comes in parts, see beginUpload. What is not attached"
                    + " within seven days is removed.")
    @APIResponseSchema(value = FileView.class, responseCode = "201")
    public Response upload(
            @QueryParam("name") @NotNull @OneLine(max = 200) String name,
            @Context HttpHeaders headers,
            @RequestBody(required = true) UploadedFile content) {
        StoredFile file = upload.upload(name, headers.getMediaType(), content, caller.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/files/" + file.id())
                .tag(file.address().sha256())
                .entity(FileView.of(file, false))
                .build();
    }

    @GET
    @Path("/{id}/details")
    @Authenticated
    @Blocking
    @Operation(
            operationId = "getFileDetails",
            summary = "What is known of a file (文件信息)",
            description = "For whoever may read what the file is attached to, and before that for its uploader.")
    @APIResponseSchema(FileView.class)
    public FileView details(@PathParam("id") UUID id) {
        ReadFile.Readable readable = read.find(id, caller.get());
        return FileView.of(readable.file(), readable.stripped());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    @Authenticated
    @Blocking
    @Bulk
    @Uncompressed
    @Operation(
            operationId = "downloadFile",
            summary = "Read a file, whole or in part (下载文件)",
            description =
                    "For whoever may read what the file is attached to, and before that for its uploader. Outsiders get a JPEG"
                            + " or a PNG without what the camera has noted, and no HEIC. One range at a time; outsiders get such pictures"
                            + " whole.")
    @APIResponse(
            responseCode = "200",
            description = "The file 文件",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for 部分内容",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        ReadFile.Readable readable = read.findToHandOut(id, caller.get());
        StoredFile file = readable.file();
        String tag = file.address().sha256() + (readable.stripped() ? "-stripped" + StrippedCopy.FORM : "");
        return responses.unlessKnown(
                tag,
                () -> readable.stripped()
                        ? contents.stripped(file)
                        : contents.original(file, contents.isStill(ifRange, tag) ? range : null));
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces({"image/jpeg", "image/png"})
    @Authenticated
    @Blocking
    @Bulk
    @Operation(
            operationId = "getFileThumbnail",
            summary = "A JPEG or a PNG at most 320 pixels wide and high, upright (缩略图)",
            description = "422 for everything else, and for a picture of too many pixels.")
    @APIResponse(
            responseCode = "200",
            description = "The small picture 缩略图",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response thumbnail(@PathParam("id") UUID id) {
        StoredFile file = read.findToHandOut(id, caller.get()).file();
        return responses.unlessKnown(file.address().sha256() + "-320", () -> contents.thumbnail(file));
    }
}
