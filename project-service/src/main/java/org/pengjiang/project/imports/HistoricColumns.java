package org.pengjiang.project.imports;

import java.time.LocalDate;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableFormat;
import org.pengjiang.project.model.ProjectKind;

/** The columns of a file of signed projects of past years. */
final class HistoricColumns {
    static final Column<String> EXTERNAL_ID =
            Column.key("external_id", "外部编号", "external number", 60).required();
    static final Column<String> NAME =
            Column.text("name", "项目名称", "project name", 200).required();
    static final Column<ProjectKind> KIND =
            Column.oneOf("kind", "项目类型", "kind of project", ProjectKind.class).required();
    static final Column<DivisionCode> DIVISION = Column.of(
                    "division", "行政区划代码", "division code", DivisionCode::parse, DivisionCode::value)
            .required();
    static final Column<String> INVESTOR_NAME =
            Column.text("investor_name", "投资方名称", "name of the investor", 200).required();
    static final Column<IdType> INVESTOR_ID_TYPE =
            Column.oneOf("investor_id_type", "投资方证件类型", "kind of the investor's number", IdType.class);
    static final Column<String> INVESTOR_ID_NO = Column.key("investor_id_no", "投资方证件号码", "number of the investor", 60);
    static final Column<String> COUNTRY = Column.text("country", "投资方国别", "country of the investor", 2);
    static final Column<Yuan> PLANNED_TOTAL =
            Column.yuan("planned_total_yuan", "计划总投资", "planned total").required();
    static final Column<String> AGREEMENT_NO =
            Column.text("agreement_no", "协议编号", "number of the agreement", 100).required();
    static final Column<Yuan> AGREEMENT_AMOUNT =
            Column.yuan("agreement_amount_yuan", "协议金额", "agreed amount").required();
    static final Column<LocalDate> SIGNED_ON =
            Column.date("signed_on", "签约日期", "signed on").required();
    static final Column<String> AGREEMENT_SHA256 = Column.text(
                    "agreement_sha256", "协议文件SHA-256", "SHA-256 of the agreement", 64)
            .required();
    static final Column<String> SHARES =
            Column.text("shares", "业绩分成", "credit shares", 1000).required();
    static final Column<String> CHAIN = Column.key("chain", "产业链", "industry chain", 40);
    static final Column<String> INDUSTRY_CODE = Column.key("industry_code", "行业代码", "industry code", 5);
    static final Column<String> TAGS = Column.text("tags", "项目标签", "project tags", 200);
    static final Column<String> PARENT_NO = Column.key("parent_no", "母项目编号", "number of the parent project", 40);
    static final Column<Yuan> INCREMENT = Column.yuan("increment_yuan", "增资金额", "increment");

    static final TableFormat FORMAT = new TableFormat(
            List.of(
                    EXTERNAL_ID,
                    NAME,
                    KIND,
                    DIVISION,
                    INVESTOR_NAME,
                    INVESTOR_ID_TYPE,
                    INVESTOR_ID_NO,
                    COUNTRY,
                    PLANNED_TOTAL,
                    AGREEMENT_NO,
                    AGREEMENT_AMOUNT,
                    SIGNED_ON,
                    AGREEMENT_SHA256,
                    SHARES,
                    CHAIN,
                    INDUSTRY_CODE,
                    TAGS,
                    PARENT_NO,
                    INCREMENT),
            20_000);

    private HistoricColumns() {}
}
