package org.pengjiang.kit.table;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list as a table; take it as {@code @BeanParam @Valid TableRequest table}. */
public record TableRequest(
        @Parameter(
                description = "csv or xlsx, for who cannot send Accept; csv where neither says more 文件格式",
                example = "xlsx")
        @QueryParam("format")
        @Nullable @Pattern(regexp = "csv|xlsx", message = "{such.as} xlsx") String format,

        @Parameter(description = "encoding of CSV; in GB18030 the headings are Chinese 字符编码", example = "GB18030")
        @QueryParam("charset")
        @Nullable @Pattern(regexp = "UTF-8|GB18030", message = "{such.as} GB18030") String charset,

        @Parameter(description = "how many rows at most; Link names the address of the rest 最多行数")
        @QueryParam("limit")
        @DefaultValue("20000")
        @Min(1) @Max(50_000) int limit,

        @Parameter(description = "the cursor of the table before, as it stood in Link 游标")
        @QueryParam("cursor")
        @Nullable String cursor) {}
