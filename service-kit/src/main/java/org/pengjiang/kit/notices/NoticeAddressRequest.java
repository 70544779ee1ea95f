package org.pengjiang.kit.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where letters go. */
@Schema(name = "NoticeAddressRequest")
record NoticeAddressRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = MAILBOX, message = "{such.as} example@mail.example.com") @Schema(description = "mail address 电子邮箱", examples = "example@mail.example.com")
        String email,

        @Schema(description = "language of the letters, Chinese unless said otherwise 语言") @Nullable Language language) {

    /** ASCII, one mailbox, no name before it: nothing that could become a second header or a second recipient. */
    static final String MAILBOX = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+";

    @Schema(name = "NoticeLanguage")
    enum Language {
        @JsonProperty("zh-CN")
        CHINESE,
        @JsonProperty("en")
        ENGLISH
    }

    org.pengjiang.kit.problem.Language languageOrDefault() {
        return language == Language.ENGLISH
                ? org.pengjiang.kit.problem.Language.ENGLISH
                : org.pengjiang.kit.problem.Language.CHINESE;
    }
}
