package org.pengjiang.project.model;

import java.util.List;

/**
 * Who makes up a special class, by account.
 *
 * @param leader the district leader above it
 * @param head who runs it
 * @param leadUnit code of the unit that answers for it
 */
public record ClassStaff(String leader, String head, String leadUnit, List<ClassMember> members) {
    /** As many as a class takes. */
    public static final int MOST_MEMBERS = 50;

    public ClassStaff {
        members = List.copyOf(members);
    }
}
