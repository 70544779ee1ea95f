package org.pengjiang.project.admission;

import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.InvestmentProject;

/** A case together with its project, whose version the answer carries. */
record ReviewedCase(InvestmentProject project, AdmissionCase admission) {}
