package org.pengjiang.kit.notices;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody's letters go. */
@Schema(name = "NoticeAddress")
record NoticeAddressView(
        @Schema(description = "ACCOUNT, UNIT, ROLE or PARTY, an enterprise 收件方类型")
        Recipient.Kind recipientKind,

        @Schema(description = "the account, the unit's code, the role, or the enterprise's credit code 收件方")
        String recipient,

        @Schema(
                description = "in full for its owner; masked for an administrator, such as e***@mail.example.com 电子邮箱",
                examples = "example@mail.example.com")
        String email,

        @Schema(description = "language of the letters 语言", examples = "zh-CN")
        String language) {

    static NoticeAddressView of(NoticeAddress address, String email) {
        return new NoticeAddressView(
                address.recipient().kind(),
                address.recipient().name(),
                email,
                address.language().tag());
    }

    static String masked(String email) {
        return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
    }
}
