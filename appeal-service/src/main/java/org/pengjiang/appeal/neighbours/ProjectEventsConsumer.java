package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.EventData;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows project-service for the projects an appeal may be about, and for the special classes that answer for them. */
@ApplicationScoped
class ProjectEventsConsumer implements EventConsumer {
    private static final String CLASS_CHANGED = "project.special-class-changed.v1";

    private final UpdateProjectCopy projects;
    private final UpdateSpecialClassCopy classes;

    ProjectEventsConsumer(UpdateProjectCopy projects, UpdateSpecialClassCopy classes) {
        this.projects = projects;
        this.classes = classes;
    }

    @Override
    public String name() {
        return "appeal.known-projects";
    }

    @Override
    public String topic() {
        return "project.events";
    }

    @Override
    public Set<String> applies() {
        return Set.of("project.registered.v1", "project.changed.v1", CLASS_CHANGED);
    }

    @Override
    public Set<String> ignores() {
        return Set.of("project.stage-changed.v1", "project.shares-changed.v1", "project.amount-changed.v1");
    }

    /** Each event carries all of what is remembered here, so that the newest alone is enough. */
    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    /** An event of the special class also names the project's division and enterprises. */
    @Override
    public void apply(ReceivedEvent event) {
        EventData data = event.fields();
        projects.remember(event.subject(), event.subjectVersion(), data);
        if (event.type().equals(CLASS_CHANGED)) {
            classes.remember(event.subject(), event.subjectVersion(), data);
        }
    }
}
