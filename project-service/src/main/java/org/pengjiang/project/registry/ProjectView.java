package org.pengjiang.project.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.Finding;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.kit.person.OpenedPerson;
import org.pengjiang.project.model.Confidentiality;
import org.pengjiang.project.model.Contact;
import org.pengjiang.project.model.Industry;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Land;
import org.pengjiang.project.model.Origin;
import org.pengjiang.project.model.Output;
import org.pengjiang.project.model.Plan;
import org.pengjiang.project.model.PlannedMoney;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectInvestor;
import org.pengjiang.project.model.ProjectKind;
import org.pengjiang.project.model.ProjectTag;
import org.pengjiang.project.model.Share;
import org.pengjiang.project.model.Stage;

/** One project as it is read; the contact masked, its full form is an operation of its own. */
record ProjectView(
        UUID id,
        String no,
        String name,
        ProjectKind kind,
        DivisionCode divisionCode,
        Stage stage,
        String stageNameZh,
        String condition,
        LocalDate stageEnteredOn,
        @Nullable UUID parentProjectId,
        @Nullable Yuan incrementYuan,
        @Nullable Boolean separateFilingCode,
        @Nullable Confidentiality confidentiality,
        List<ProjectInvestor> investors,
        @Nullable Origin origin,
        @Nullable Industry industry,
        @Nullable Integer chainVersion,
        boolean manufacturing,
        @Nullable PlannedMoney money,
        @Nullable Output output,
        @Nullable Land land,
        @Nullable Plan plan,
        List<ProjectTag> tags,
        List<String> nationalCodes,
        @Nullable MaskedContact contact,

        @Schema(description = "there was a contact, and nobody can read it any more 联系人信息已删除")
        boolean contactErased,

        List<Share> shares,
        @Nullable LocalDate sharesValidFrom,
        @Nullable Yuan agreementAmountYuan,
        @Nullable String thresholdVersion,
        @Nullable Integer openGateRequest,
        boolean hasSpecialClass,

        @Schema(description = "appeals about it that are open 未办结诉求")
        int openAppeals,

        @Schema(description = "those of them that have passed a due of the enterprise 逾期诉求")
        int breachedAppeals,

        @Schema(description = "an open appeal is overdue 风险提示")
        boolean appealRisk,

        boolean historical,
        @Nullable String externalId,
        @NamedAccount String registeredBy,
        Instant registeredAt,
        List<Finding> warnings,
        List<String> allowedCommands) {

    record MaskedContact(
            String name, String phone, @Nullable String position) {
        static MaskedContact of(Contact contact) {
            return new MaskedContact(contact.maskedName(), contact.phone().masked(), contact.position());
        }
    }

    static ProjectView of(InvestmentProject project, OpenedPerson<Contact> contact, List<String> allowedCommands) {
        ProjectFacts facts = project.facts(null);
        return new ProjectView(
                project.id(),
                project.no(),
                project.name(),
                facts.kind(),
                project.division(),
                project.stage(),
                project.stage().nameZh(),
                project.condition().name(),
                project.stageEnteredOn(),
                facts.parentProjectId(),
                facts.incrementYuan(),
                facts.separateFilingCode(),
                facts.confidentiality(),
                facts.investorsOrNone(),
                facts.origin(),
                facts.industry(),
                project.chainVersion(),
                project.isManufacturing(),
                facts.money(),
                facts.output(),
                facts.land(),
                facts.plan(),
                facts.tags() == null ? List.of() : facts.tags(),
                facts.nationalCodes() == null ? List.of() : facts.nationalCodes(),
                contact.map(MaskedContact::of),
                contact.isErased(),
                project.shares().lines(),
                project.sharesValidFrom().orElse(null),
                project.agreementAmount().orElse(null),
                project.thresholdVersion(),
                project.openRequest().map(request -> request.seq()).orElse(null),
                project.specialClass().isPresent(),
                project.openAppeals(),
                project.breachedAppeals(),
                project.breachedAppeals() > 0,
                project.isHistorical(),
                project.externalId(),
                project.registeredBy(),
                project.registeredAt(),
                warnings(facts),
                allowedCommands);
    }

    private static List<Finding> warnings(ProjectFacts facts) {
        Yuan total = facts.money() == null ? null : facts.money().plannedTotalYuan();
        return total == null
                ? List.of()
                : total.plausibilityOfPlannedInvestment().stream().toList();
    }
}
