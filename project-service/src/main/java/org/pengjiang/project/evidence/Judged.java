package org.pengjiang.project.evidence;

import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.InvestmentProject;

/** A document together with its project, whose version the answer carries. */
record Judged(InvestmentProject project, Evidence piece) {}
