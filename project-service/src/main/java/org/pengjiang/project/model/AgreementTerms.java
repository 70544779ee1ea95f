package org.pengjiang.project.model;

import java.time.LocalDate;
import java.util.List;
import org.pengjiang.identifiers.Yuan;

/** What an agreement says. */
public record AgreementTerms(
        String no,
        AgreementKind kind,
        LocalDate signedOn,
        List<String> parties,
        Yuan amount,
        List<Commitment> commitments) {}
