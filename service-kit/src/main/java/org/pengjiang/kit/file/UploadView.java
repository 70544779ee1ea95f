package org.pengjiang.kit.file;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an upload has come. */
@Schema(name = "FileUpload")
record UploadView(
        @Schema(description = "becomes the id of the file 上传编号，即文件编号")
        UUID id,

        @Schema(description = "as it was given 文件名") String name,

        @Schema(description = "of the whole file, in bytes 总大小")
        long length,

        @Schema(description = "what has arrived; at length the file is there 已上传")
        long offset,

        @Schema(description = "until then it can go on 失效时间")
        Instant expiresAt) {
    static UploadView of(UploadInParts upload) {
        return new UploadView(upload.id(), upload.name(), upload.length(), upload.offset(), upload.expiresAt());
    }
}
