package org.pengjiang.appeal.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** A partner's system may file appeals under numbers of its own. */
public record SourceSystemRegistered(
        UUID systemId,
        String code,
        String nameZh,
        String nameEn,
        List<String> accounts,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo)
        implements DomainEvent {
    @Override
    public String type() {
        return "source-system.registered.v1";
    }
}
