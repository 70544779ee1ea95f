package org.pengjiang.appeal.querycode;

import java.util.List;
import org.pengjiang.appeal.model.view.AppealOutline;

/** What a number and its query code open: one appeal, or those of a submission, oldest first. */
record LookupAnswer(List<AppealOutline> appeals) {}
