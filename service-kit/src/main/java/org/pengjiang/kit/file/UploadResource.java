package org.pengjiang.kit.file;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Upload;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Problems;

/** Uploads in parts, by tus 1.0: core, creation, checksum, expiration and termination. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Files")
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class UploadResource {
    static final String PART = "application/offset+octet-stream";
    private static final long LARGEST_PART = 16L << 20;
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String METADATA = "Upload-Metadata";
    private static final String CHECKSUM = "Upload-Checksum";
    private static final String EXPIRES = "Upload-Expires";
    private static final String VERSION_SAID = "1.0.0; another is 412 协议版本";
    private static final String VERSION_ANSWERED = "the version of the service 协议版本";
    private static final String OFFSET_SAID = "where the next part begins; at Upload-Length the file is there 已接收字节数";
    private static final String LENGTH_SAID = "of the whole file, in bytes 总字节数";
    private static final String EXPIRY_SAID = "an HTTP date; until then it can go on 失效时间";
    private static final String STALE = "#/components/responses/Stale";
    private static final String TOO_LARGE = "#/components/responses/TooLarge";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final ReceiveUpload uploads;
    private final CurrentCaller caller;

    UploadResource(ReceiveUpload uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @POST
    @Command(idempotencyKey = false, ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(
            operationId = "beginUpload",
            summary = "Begin an upload in parts (开始分段上传)",
            description =
                    "By tus 1.0 (https://tus.io/protocols/resumable-upload). Upload-Metadata holds filename, and filetype where it"
                            + " is known. A part has at most 16 MiB.")
    @APIResponse(
            responseCode = "201",
            description = "Begun 已开始",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadView.class)),
            headers = {
                @Header(
                        name = RESUMABLE,
                        description = VERSION_ANSWERED,
                        schema = @Schema(type = SchemaType.STRING, examples = TusHeaders.VERSION)),
                @Header(name = EXPIRES, description = EXPIRY_SAID, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "412", ref = STALE)
    @APIResponse(responseCode = "413", ref = TOO_LARGE)
    public Response begin(
            @Parameter(required = true, description = VERSION_SAID, example = TusHeaders.VERSION)
                    @HeaderParam(RESUMABLE)
                    @Nullable String version,
            @Parameter(
                            required = true,
                            description = LENGTH_SAID,
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @HeaderParam(LENGTH)
                    @Nullable String length,
            @Parameter(
                            required = true,
                            description =
                                    "filename, and filetype where it is known, each with its value in Base64 文件名与类型",
                            example = "filename cGxhbi5wZGY=,filetype YXBwbGljYXRpb24vcGRm")
                    @HeaderParam(METADATA)
                    @Nullable String metadata) {
        TusHeaders.requireVersion(version);
        TusHeaders.Announced said = TusHeaders.announced(length, metadata);
        UploadInParts upload = uploads.begin(
                said.name(), said.declaredType(), said.length(), caller.get().subject());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/uploads/" + upload.id())
                .header(EXPIRES, HTTP_DATE.format(upload.expiresAt()))
                .tag("0")
                .entity(UploadView.of(upload))
                .build();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(operationId = "getUpload", summary = "How far my upload has come (上传进度)")
    public UploadView get(@PathParam("id") UUID id) {
        return UploadView.of(uploads.find(id, caller.get().subject()));
    }

    @HEAD
    @Path("/{id}")
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(operationId = "askUploadOffset", summary = "Where my upload goes on, in Upload-Offset (查询续传位置)")
    @APIResponse(
            responseCode = "204",
            description = "In Upload-Offset and Upload-Length 见响应头",
            headers = {
                @Header(
                        name = RESUMABLE,
                        description = VERSION_ANSWERED,
                        schema = @Schema(type = SchemaType.STRING, examples = TusHeaders.VERSION)),
                @Header(
                        name = OFFSET,
                        description = OFFSET_SAID,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
                @Header(
                        name = LENGTH,
                        description = LENGTH_SAID,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
                @Header(name = EXPIRES, description = EXPIRY_SAID, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "412", ref = STALE)
    public Response head(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = VERSION_SAID, example = TusHeaders.VERSION)
                    @HeaderParam(RESUMABLE)
                    @Nullable String version) {
        TusHeaders.requireVersion(version);
        UploadInParts upload = uploads.find(id, caller.get().subject());
        return at(upload).header(LENGTH, upload.length()).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(PART)
    @Upload(limit = LARGEST_PART)
    @Command(idempotencyKey = false, ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(
            operationId = "continueUpload",
            summary = "Send the next part (上传下一段)",
            description =
                    "All of it is kept, or nothing. With the last part the file is looked into as by uploadFile; a refused file"
                            + " leaves the upload where it was.")
    @APIResponse(
            responseCode = "204",
            description = "Kept; Upload-Offset says where it goes on 已接收",
            headers = {
                @Header(
                        name = RESUMABLE,
                        description = VERSION_ANSWERED,
                        schema = @Schema(type = SchemaType.STRING, examples = TusHeaders.VERSION)),
                @Header(
                        name = OFFSET,
                        description = OFFSET_SAID,
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64")),
                @Header(name = EXPIRES, description = EXPIRY_SAID, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "412", ref = STALE)
    @APIResponse(
            responseCode = "460",
            description = "The part has arrived changed 该部分到达时已改变: `CHECKSUM_DIFFERS`",
            content = @Content(mediaType = Problems.MEDIA_TYPE))
    public Response continueUpload(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = VERSION_SAID, example = TusHeaders.VERSION)
                    @HeaderParam(RESUMABLE)
                    @Nullable String version,
            @Parameter(
                            required = true,
                            description = "where this part begins; elsewhere is 409, whose offset says where 本段起点",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @HeaderParam(OFFSET)
                    @Nullable String offset,
            @Parameter(
                            description = "sha1 or sha256 of this part, in Base64; another content is 460 本段校验值",
                            example = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")
                    @HeaderParam(CHECKSUM)
                    @Nullable String checksum,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = PART,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    UploadedFile part) {
        TusHeaders.requireVersion(version);
        long from = TusHeaders.offset(offset);
        requireSame(part, TusHeaders.checksum(checksum));
        return at(uploads.add(id, caller.get().subject(), from, part)).build();
    }

    @DELETE
    @Path("/{id}")
    @Command(idempotencyKey = false, ifMatch = false, oneTransaction = false)
    @PermissionsAllowed("file:upload")
    @Blocking
    @Operation(operationId = "dropUpload", summary = "Give up an upload (放弃上传)")
    @APIResponse(
            responseCode = "204",
            description = "Given up; a file that is whole stays 已放弃",
            headers = {
                @Header(
                        name = RESUMABLE,
                        description = VERSION_ANSWERED,
                        schema = @Schema(type = SchemaType.STRING, examples = TusHeaders.VERSION))
            })
    @APIResponse(responseCode = "412", ref = STALE)
    public Response drop(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = VERSION_SAID, example = TusHeaders.VERSION)
                    @HeaderParam(RESUMABLE)
                    @Nullable String version) {
        TusHeaders.requireVersion(version);
        uploads.drop(id, caller.get().subject());
        return Response.noContent().build();
    }

    private static Response.ResponseBuilder at(UploadInParts upload) {
        return Response.noContent()
                .header(OFFSET, upload.offset())
                .header(EXPIRES, HTTP_DATE.format(upload.expiresAt()));
    }

    private static void requireSame(UploadedFile part, TusHeaders.@Nullable Checksum checksum) {
        if (checksum == null) {
            return;
        }
        MessageDigest digest = checksum.digest();
        try (InputStream bytes = new DigestInputStream(part.open(), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!MessageDigest.isEqual(digest.digest(), checksum.value())) {
            throw new DomainException(KitProblem.CHECKSUM_DIFFERS);
        }
    }
}
