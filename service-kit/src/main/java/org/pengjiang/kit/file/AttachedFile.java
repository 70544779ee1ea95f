package org.pengjiang.kit.file;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.file.content.FileType;

/** A file as the answer about its subject lists it. Its content has an address of its own. */
@Schema(name = "AttachedFile")
public record AttachedFile(
        @Schema(description = "for /v1/files/{id} 文件编号") UUID id,
        @Schema(description = "as it was given 文件名") String name,
        @Schema(description = "by its content 文件类型") String mediaType,
        @Schema(description = "in bytes 大小") long size,

        @Schema(description = "NOT_SCANNED: no virus scan has seen it yet 病毒扫描结果")
        ScanState scan) {
    /** Under a name that says nothing. */
    public AttachedFile unnamed() {
        String plain = FileType.of(mediaType).map(FileType::plainName).orElse("file");
        return new AttachedFile(id, plain, mediaType, size, scan);
    }

    static AttachedFile of(StoredFile file) {
        return new AttachedFile(file.id(), file.name(), file.type().mediaType(), file.size(), file.scan());
    }
}
