package org.pengjiang.project.specialclass;

import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.SpecialClass;

/** A special class after a command, with the project whose version counts. */
record ChangedClass(InvestmentProject project, SpecialClass specialClass) {}
