package org.pengjiang.appeal.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** How a partner's system is called from now on, which accounts speak for it, and from when to when. */
public record SourceSystemChanged(
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
        return "source-system.changed.v1";
    }
}
