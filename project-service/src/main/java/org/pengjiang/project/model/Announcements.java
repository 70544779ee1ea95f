package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.ProjectChanged;
import org.pengjiang.project.events.ProjectRegistered;
import org.pengjiang.project.events.SpecialClassChanged;

/** Tells the other services what they may know of a project: where it lies, who invests, and its special class. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Announcements {
    private final EventLog log;
    private final Enterprises enterprises;

    Announcements(EventLog log, Enterprises enterprises) {
        this.log = log;
        this.enterprises = enterprises;
    }

    public void registered(InvestmentProject project) {
        ProjectFacts facts = project.facts(null);
        log.append(
                project,
                new ProjectRegistered(
                        project.id(),
                        project.no(),
                        project.name(),
                        facts.kind().name(),
                        project.stage().name(),
                        project.isHistorical(),
                        facts.parentProjectId(),
                        project.division().value(),
                        enterprises.of(project)));
    }

    /** Its division or its investors are others now; an open class lies where its project lies, and is told anew with it. */
    public void changed(InvestmentProject project) {
        log.append(
                project,
                new ProjectChanged(
                        project.id(), project.no(), project.division().value(), enterprises.of(project)));
        project.specialClass().ifPresent(open -> changed(project, open));
    }

    public void changed(InvestmentProject project, SpecialClass specialClass) {
        ClassStaff staff = specialClass.staff();
        log.append(
                project,
                new SpecialClassChanged(
                        project.id(),
                        project.no(),
                        project.division().value(),
                        specialClass.id(),
                        specialClass.isOpen(),
                        staff.leader(),
                        staff.head(),
                        staff.leadUnit(),
                        staff.members().stream()
                                .map(member -> new SpecialClassChanged.Member(
                                        member.account(), member.department(), member.role()))
                                .toList(),
                        enterprises.of(project),
                        specialClass.openedOn(),
                        specialClass.closedOn().orElse(null)));
    }
}
