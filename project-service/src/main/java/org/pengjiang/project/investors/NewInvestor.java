package org.pengjiang.project.investors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.project.model.CountryCode;
import org.pengjiang.project.model.InvestorTag;

/**
 * An investor as it is entered.
 *
 * @param idType together with {@code idNo}, or neither
 * @param country ISO 3166-1 alpha-2
 * @param notYetRegistered the statement that no register knows the investor yet
 * @param overrideReason takes a credit code whose check characters fail, once a second person agrees
 */
record NewInvestor(
        @NotNull @OneLine(max = 200) String name,
        @Nullable IdType idType,
        @Nullable @KeyString(max = 60) String idNo,

        @NotNull @Pattern(regexp = CountryCode.SHAPE, message = "{such.as} CN") String country,

        @Nullable @Size(max = 6) @Schema(uniqueItems = true) List<@NotNull InvestorTag> tags,
        @Nullable Boolean notYetRegistered,
        @Nullable @LongText(max = 500) String overrideReason) {}
