package org.pengjiang.kit.file;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.PhotoFacts;

/**
 * What is known of a file.
 *
 * @param photo what the camera has noted; missing for outsiders, as is {@code uploadedBy}
 */
@Schema(name = "File")
record FileView(
        @Schema(description = "names the file wherever one is attached 文件编号")
        UUID id,

        @Schema(description = "as it was given 文件名") String name,
        @Schema(description = "by its content 文件类型") String mediaType,
        @Schema(description = "in bytes 大小") long size,

        @Schema(description = "of the content as it was handed in 摘要")
        String sha256,

        @Nullable @Schema(description = "of a picture, in pixels 宽")
        Integer width,

        @Nullable @Schema(description = "of a picture, in pixels 高")
        Integer height,

        @Nullable Photo photo,

        @Schema(description = "NOT_SCANNED: no virus scan has seen it yet 病毒扫描结果")
        ScanState scan,

        @Nullable @Schema(description = "the account; not shown to outsiders 上传人")
        String uploadedBy,

        Instant uploadedAt) {

    /** What a camera has noted. It proves nothing. */
    @Schema(name = "PhotoNotes", description = "what the camera has noted; it proves nothing 拍摄信息")
    record Photo(
            @Nullable @Schema(description = "by the clock of the camera, without a zone 拍摄时间", examples = "2026-10-01T09:30")
            String takenAt,

            @Nullable @Schema(description = "WGS 84 纬度") Double latitude,
            @Nullable @Schema(description = "WGS 84 经度") Double longitude) {
        static Photo of(PhotoFacts facts) {
            return new Photo(
                    facts.takenAt() == null ? null : facts.takenAt().toString(), facts.latitude(), facts.longitude());
        }
    }

    static FileView of(StoredFile file, boolean stripped) {
        PhotoFacts photo = stripped ? null : file.photo();
        return new FileView(
                file.id(),
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.address().sha256(),
                file.width(),
                file.height(),
                photo == null ? null : Photo.of(photo),
                file.scan(),
                stripped ? null : file.uploadedBy(),
                file.uploadedAt());
    }
}
