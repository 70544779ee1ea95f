package org.pengjiang.team.events;

import org.pengjiang.kit.log.DomainEvent;

/** Everything that is written to this service's log. Which of it leaves the service, the contracts decide. */
public sealed interface TeamEvent extends DomainEvent
        permits CaptainAppointed,
                MembershipChanged,
                PledgeAmended,
                PledgeDrafted,
                PledgeIssued,
                PledgeSigned,
                TeamChanged,
                TeamRegistered,
                UnitRegistered {}
