package org.pengjiang.kit.log.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregate's own row says of its log.
 *
 * @param version how many rows it has
 */
@SuppressWarnings("ArrayRecordComponent")
record ChainHead(UUID subject, String subjectType, String division, long version, byte @Nullable [] hash) {}
