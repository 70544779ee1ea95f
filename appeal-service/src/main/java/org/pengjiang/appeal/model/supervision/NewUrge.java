package org.pengjiang.appeal.model.supervision;

/** @param account of whoever urges */
public record NewUrge(Urger urger, String text, String account) {
    /** Of whoever has shown the query code. */
    private static final String BY_CODE = "query-code";

    public static NewUrge byCode(String text) {
        return new NewUrge(Urger.ENTERPRISE, text, BY_CODE);
    }
}
