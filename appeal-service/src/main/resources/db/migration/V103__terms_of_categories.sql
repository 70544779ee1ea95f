-- What people call the matters of a category; a proposal, after the lists of comparable platforms.
CREATE TABLE category_term (
    version integer NOT NULL,
    code    text    NOT NULL,
    term    text    NOT NULL,
    CONSTRAINT category_term_pk PRIMARY KEY (version, code, term),
    CONSTRAINT category_term_category FOREIGN KEY (version, code) REFERENCES category (version, code)
);

INSERT INTO category_term (version, code, term)
SELECT 1, code, unnest(string_to_array(terms, ' ')) FROM (VALUES
    ('A01', '供地 土地证 不动产权证 规划条件 容积率 低效用地 用地指标'),
    ('A02', '立项 备案 环评 能评 施工许可 联合验收 竣工验收 审批'),
    ('A03', '厂房租赁 园区配套 物业 员工宿舍 厂房 租金'),
    ('A04', '停水 停电 停气 断网 水压 用电报装 增容 电价 水费 供水 供电 供气 宽带'),
    ('A05', '路口 公交接驳 货车通行证 道路积水 限行 停车 路灯'),
    ('B01', '招工 用工荒 培训 工资纠纷 社保 劳动合同'),
    ('B02', '入户 子女入学 人才房 外籍工作许可 人才补贴'),
    ('C01', '贷款 续贷 担保 基金 融资难 授信'),
    ('C02', '退税 税收优惠 发票 税率 缴费'),
    ('C03', '政策申报 拨付迟延 补贴未到 承诺未兑现 奖补 扶持资金'),
    ('C04', '拖欠账款 工程款 货款 尾款 账款未付'),
    ('D01', '营业执照 登记 注销 变更登记 系统故障 窗口态度'),
    ('D02', '重复检查 处罚异议 涉企收费 罚款 执法'),
    ('D03', '招投标 地方保护 市场准入 公平竞争'),
    ('E01', '整改指导 停产整改 消防验收 环保 安全生产 排污'),
    ('E02', '侵权 商标 专利 网络侵权 调解 诉讼'),
    ('E03', '通关 外汇 外资投诉 出口 报关 海关'),
    ('F01', '高企 技改 展会 订单对接 科技项目'),
    ('F02', '专班承诺 节点卡点 项目落地')) AS proposed (code, terms);

GRANT SELECT ON category_term TO ${app};
