package org.pengjiang.kit.notices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.log.AggregateRepository;

/** Every recipient's address. */
@ApplicationScoped
class NoticeAddresses extends AggregateRepository<NoticeAddress> {}
