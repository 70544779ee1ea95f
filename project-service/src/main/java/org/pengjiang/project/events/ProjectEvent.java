package org.pengjiang.project.events;

import org.pengjiang.kit.log.DomainEvent;

/** Everything that is written to a project's log. Which of them leave the service, the contracts decide. */
public sealed interface ProjectEvent extends DomainEvent
        permits AdmissionDecided,
                AdmissionOpened,
                AgreementRecorded,
                AgreementVoided,
                AmountChanged,
                AmountRevisionProposed,
                AmountRevisionRejected,
                AppealsCounted,
                ContactErased,
                EvidenceAdded,
                EvidenceJudged,
                FactsChanged,
                GateClosed,
                GateConfirmed,
                GateSubmitted,
                OpinionGiven,
                OpinionOverdue,
                ProjectChanged,
                ProjectRegistered,
                SharesChanged,
                SharesSet,
                SpecialClassChanged,
                StageChanged {}
