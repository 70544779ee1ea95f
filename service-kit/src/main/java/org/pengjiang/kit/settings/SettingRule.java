package org.pengjiang.kit.settings;

import java.util.List;
import org.pengjiang.kit.problem.Fault;

/** A rule between the members of a setting's value. */
@FunctionalInterface
public interface SettingRule {
    /** @return what is wrong, at its place in the value; empty when nothing is */
    List<Fault> faults(SoundMembers value);
}
