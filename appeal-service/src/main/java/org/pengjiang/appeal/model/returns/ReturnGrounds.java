package org.pengjiang.appeal.model.returns;

/**
 * Why a unit should not have an appeal.
 *
 * @param explanation in words
 * @param unit that should have it
 */
public record ReturnGrounds(ReturnReason reason, String explanation, String legalBasis, String unit) {}
