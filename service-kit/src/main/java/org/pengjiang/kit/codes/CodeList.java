package org.pengjiang.kit.codes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The constants of one type, in the order of the contract. */
@Schema(name = "CodeList")
record CodeList(
        @Schema(
                description = "the type, as its schema is called in the OpenAPI document 代码表",
                examples = "ApprovalOutcome")
        String name,

        List<Code> codes) {

    @Schema(name = "Code")
    record Code(
            @Schema(description = "as it stands in requests and answers 代码", examples = "CONFIRMED")
            String code,

            @Schema(description = "what it is called in Chinese 中文名称", examples = "已确认")
            String nameZh,

            @Schema(description = "what it is called in English 英文名称", examples = "confirmed")
            String nameEn) {}
}
