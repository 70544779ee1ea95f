package org.pengjiang.appeal.model.policy;

/** What kind of wish an appeal is: 咨询, 求助, 投诉, 举报, 建议, 表扬. */
public enum Nature {
    CONSULTATION,
    HELP,
    COMPLAINT,
    REPORT,
    SUGGESTION,
    PRAISE
}
