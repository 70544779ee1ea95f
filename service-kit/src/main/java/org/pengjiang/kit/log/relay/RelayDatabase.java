package org.pengjiang.kit.log.relay;

/** Where the relay connects, as the service does: beside its pool, whose connections are never held. */
record RelayDatabase(String jdbcUrl, String username, String password) {}
