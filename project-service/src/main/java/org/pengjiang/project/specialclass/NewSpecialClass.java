package org.pengjiang.project.specialclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.project.model.ClassMember;
import org.pengjiang.project.model.ClassStaff;

/** The people of a special class, by their accounts, and the unit that answers for it. */
record NewSpecialClass(
        @Schema(description = "account of the district leader 挂点领导") @NotNull @KeyString(max = 100)
        String leader,

        @Schema(description = "account of the head 专班负责人") @NotNull @KeyString(max = 100)
        String head,

        @Schema(description = "code of the lead unit 牵头单位") @NotNull @KeyString(max = 100)
        String leadUnit,

        @NotEmpty @Size(max = ClassStaff.MOST_MEMBERS) List<@NotNull @Valid ClassMember> members) {
    ClassStaff staff() {
        return new ClassStaff(leader, head, leadUnit, members);
    }
}
