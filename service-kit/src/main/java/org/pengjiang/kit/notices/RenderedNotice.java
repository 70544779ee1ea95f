package org.pengjiang.kit.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it goes out: in words, and in the language of its recipient.
 *
 * @param notice its Message-ID is made of it: whatever is sent twice carries the same one
 * @param to null for a channel that needs no address
 */
record RenderedNotice(
        UUID notice,
        String recipient,
        @Nullable String to,
        String subject,
        String body,
        String language,
        Instant date) {}
