package org.pengjiang.project.events;

import java.util.UUID;

/** An appeal about the project was filed, ended or passed a due, so that other numbers of appeals are open now. */
public record AppealsCounted(UUID appealId, String appealNo, String appealState, int openAppeals, int breachedAppeals)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.appeals-counted.v1";
    }

    /** A counter: no gate and no command depends on it. */
    @Override
    public boolean decisive() {
        return false;
    }
}
