package org.pengjiang.kit.crypto.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lies under which key. */
@Schema(name = "Encryption")
record EncryptionView(
        @Schema(description = "the key that seals 当前密钥", examples = "k2")
        String currentKey,

        List<KeyView> keys,
        List<ColumnView> columns,

        @Schema(description = "columns named …_sealed that the service does not register: a defect of the service")
        List<String> unregistered) {

    /** One key. */
    @Schema(name = "EncryptionKey")
    record KeyView(
            @Schema(description = "? for bytes that nothing of this suite has sealed", examples = "k1")
            String keyId,

            @Schema(description = "false: rows lie under a key that the service does not have")
            boolean configured,

            @Schema(description = "over all columns") long rows,

            @Schema(description = "columns with rows under it, such as event_log.private_data 仍使用该密钥的列")
            List<String> neededBy,

            @Schema(description = "nothing lies under it any more: it may leave suite.crypto.keys")
            boolean removable) {}

    /** One column. */
    @Schema(name = "SealedColumn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnView(
            String table,
            String column,

            @Schema(
                    description =
                            "RESEALED: the sweep brings it under the newest key, or under the data keys of its owners;"
                                    + " EXPIRES: its rows are deleted by age; KEPT: never changed, the keys of the ring that"
                                    + " rows lie under have to stay")
            Treatment treatment,

            @Schema(description = "when the last walk ended; absent before the first") @Nullable OffsetDateTime countedAt,

            @Schema(description = "a walk is under way") boolean walking,

            @Schema(description = "rows under the data keys of their owners: they need no key of the ring 按主体密钥加密的行数")
            long underDataKeys,

            @Schema(description = "rows under each key of the ring")
            List<KeyRows> rows) {}

    /** So many rows under that key. */
    @Schema(name = "RowsUnderKey")
    record KeyRows(String keyId, long rows) {}
}
