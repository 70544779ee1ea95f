package org.pengjiang.kit.crypto.rotation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.pengjiang.kit.crypto.DataKeys;

/** What the kit itself keeps sealed. */
class KitColumns {
    private static final byte[] NEVER_OPENED = {};

    @Produces
    @Singleton
    SealedColumn privateDataOfTheLog() {
        return new SealedColumn(
                "event_log", "seq", "bigint", "private_data", Treatment.KEPT, row -> NEVER_OPENED.clone(), null, null);
    }

    @Produces
    @Singleton
    SealedColumn firstAnswers() {
        return new SealedColumn(
                "idempotency",
                "request_id",
                "bytea",
                "answer",
                Treatment.EXPIRES,
                row -> NEVER_OPENED.clone(),
                null,
                null);
    }

    /** Wrapped anew by each rotation, so that what lies under data keys needs no retired key of the ring. */
    @Produces
    @Singleton
    SealedColumn dataKeys() {
        return SealedColumn.of("data_key", "key_sealed", DataKeys::context);
    }
}
