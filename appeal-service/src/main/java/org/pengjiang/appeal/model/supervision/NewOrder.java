package org.pengjiang.appeal.model.supervision;

/**
 * @param content what is ordered
 * @param workingDays until the report is due, at the end of the last one
 * @param account of whoever orders
 */
public record NewOrder(OrderIssuer issuer, String content, int workingDays, String account) {}
