package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project has its special class, or the class changed or closed. Carries the whole class, so that the newest alone is
 * enough; people stand by account.
 *
 * @param leadUnit code of the unit that answers for the class
 * @param enterprises credit codes of the project's investors that have one
 */
public record SpecialClassChanged(
        UUID projectId,
        String projectNo,
        String divisionCode,
        UUID classId,
        boolean open,
        String leader,
        String head,
        String leadUnit,
        List<Member> members,
        List<String> enterprises,
        LocalDate openedOn,
        @Nullable LocalDate closedOn)
        implements ProjectEvent {

    /** One person of the class. */
    public record Member(String account, String department, String role) {}

    @Override
    public String type() {
        return "project.special-class-changed.v1";
    }
}
