package org.pengjiang.appeal.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.kit.identity.NamedAccount;

/** What a partner's system has sent anew with another content. */
@Schema(name = "SourceConflict")
record SourceConflictView(
        UUID id,
        UUID appealId,
        @Schema(examples = "A-440703-2026-0001") String appealNo,
        @Nullable Long sourceVersion,
        List<Member> differences,
        Instant notedAt,
        @Nullable Instant settledAt,
        @NamedAccount @Nullable String settledBy,
        @Nullable String note,
        long version) {

    /** One member of the body. */
    @Schema(name = "SourceConflictMember")
    record Member(
            @Schema(examples = "/title") String pointer,

            @Schema(
                    description =
                            "empty where nothing was sent, or where it is a contact, which is kept nowhere in plain text")
            String sent) {}

    static SourceConflictView of(SourceConflict conflict, FreeText text) {
        return new SourceConflictView(
                conflict.id(),
                conflict.appealId(),
                conflict.appealNo(),
                conflict.sourceVersion().orElse(null),
                IntStream.range(0, conflict.pointers().size())
                        .mapToObj(i -> new Member(
                                conflict.pointers().get(i),
                                text.of(conflict.sent().get(i))))
                        .toList(),
                conflict.notedAt(),
                conflict.settledAt().orElse(null),
                conflict.settledBy(),
                conflict.note(),
                conflict.version());
    }
}
