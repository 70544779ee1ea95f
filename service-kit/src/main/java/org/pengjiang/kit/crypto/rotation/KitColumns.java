package org.pengjiang.kit.crypto.rotation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the kit itself keeps sealed; neither is ever opened here. */
class KitColumns {
    private static final byte[] NEVER_OPENED = {};

    @Produces
    @Singleton
    SealedColumn privateDataOfTheLog() {
        return new SealedColumn(
                "event_log", "seq", "bigint", "private_data", Treatment.KEPT, row -> NEVER_OPENED.clone());
    }

    @Produces
    @Singleton
    SealedColumn firstAnswers() {
        return new SealedColumn(
                "idempotency", "request_id", "bytea", "answer", Treatment.EXPIRES, row -> NEVER_OPENED.clone());
    }
}
