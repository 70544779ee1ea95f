package org.pengjiang.appeal.model.screening;

/**
 * Why an appeal is to be rejected, as the enterprise will read it.
 *
 * @param reason in words
 * @param recourse where one can turn instead, or against it
 */
public record RejectionGrounds(RejectionCode code, String reason, String legalBasis, String recourse) {}
