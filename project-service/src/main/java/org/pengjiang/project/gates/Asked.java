package org.pengjiang.project.gates;

import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.InvestmentProject;

/** A request together with its project, whose version the answer carries. */
record Asked(InvestmentProject project, GateRequest request) {}
