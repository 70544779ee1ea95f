package org.pengjiang.project.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;

/**
 * A project that was signed in a past year, as a file has it.
 *
 * @param facts without investors, who are found or entered by {@code investor}
 * @param investor null: the statement that no number is known
 */
public record HistoricProject(
        String externalId,
        ProjectFacts facts,
        @Nullable Integer chainVersion,
        String investorName,
        @Nullable InvestorIdentity investor,
        String country,
        String agreementNo,
        Yuan agreementAmount,
        LocalDate signedOn,
        String agreementSha256,
        Shares shares) {}
