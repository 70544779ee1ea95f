package org.pengjiang.bench;

import java.util.List;
import java.util.Random;

/**
 * Titles and descriptions as enterprises write them, up to 300 characters: every second one says 企业, one in some hundred 停机,
 * and names make many rare pairs. All firms and facts are fictional.
 */
final class SeedTexts {
    private static final List<String> MATTERS = List.of(
            "厂区频繁停电",
            "变压器增容",
            "供水压力不足",
            "污水管网接驳",
            "道路坑洼",
            "货车通行受限",
            "用地审批进度",
            "厂房产权办理",
            "施工许可证",
            "消防验收",
            "环评批复",
            "排污许可变更",
            "增值税留抵退税",
            "出口退税到账",
            "社保补缴",
            "稳岗补贴",
            "高新技术企业认定奖励",
            "技术改造专项资金",
            "贷款续贷",
            "担保费率",
            "应收账款拖欠",
            "用工短缺",
            "员工宿舍配套",
            "子女入学",
            "公交线路延伸",
            "网络宽带接入",
            "天然气管道",
            "蒸汽价格",
            "设备进口清关",
            "原产地证书",
            "商标异议",
            "专利快速预审",
            "围墙边界纠纷",
            "噪音投诉",
            "生产线停机",
            "冷库压缩机故障",
            "漏水维修",
            "投产手续",
            "电梯检验",
            "台风受损理赔");
    private static final List<String> OPENINGS = List.of(
            "我公司位于工业园二期",
            "本厂主要生产摩托车零配件",
            "我司为智能家电配套企业",
            "我单位承租标准厂房",
            "本企业去年落户本区",
            "我公司是外商投资企业",
            "本厂现有员工三百余人",
            "我司主营健康食品加工",
            "我公司正在扩建车间",
            "本项目已列入年度重点");
    private static final List<String> FACTS = List.of(
            "近期多次出现%s问题，影响订单交付",
            "因%s一事已向有关部门反映，至今未得到明确答复",
            "%s导致每天损失约%d万元",
            "希望协调解决%s，确保按期投产",
            "关于%s，窗口要求补充材料共%d份，来回跑了多次",
            "%s的办理时限不清楚，请给予指引",
            "此前承诺%d个工作日内处理%s，目前已经超期",
            "周边%d家企业同样受到%s影响",
            "若%s不能在月底前解决，将面临违约",
            "车间%s后设备温度过高，已临时停产检修",
            "请安排专人上门查看%s的实际情况",
            "供应商因%s推迟发货，库存只够%d天");
    private static final List<String> ENDINGS =
            List.of("请予以协调。", "恳请尽快处理。", "望回复办理结果。", "盼复，谢谢。", "请相关部门现场核实。", "希望给予政策支持。");
    /** Of names, so that two of them seldom stand together. */
    private static final String CHARACTERS = "鑫瑞恒泰盛达华宏隆顺丰裕昌兴旺嘉禾源通联创科迈锐诚信和悦景晖朗越峰岳江海川泽润霖森林桐梓松柏梅兰竹菊云霞星辰日月光明"
            + "辉耀晨曦东南西北中正平安康宁福禄寿喜吉祥如意金银铜铁玉石珠宝龙凤麒麟鹏程万里腾飞跃进展翔远志宏图伟业精工巧匠百年千秋";

    private static final List<String> TRADES = List.of("电器", "五金", "食品", "机械", "电子", "包装", "塑料", "照明", "卫浴", "新材料");

    private final Random random;

    SeedTexts(Random random) {
        this.random = random;
    }

    String matter() {
        return MATTERS.get(skewed(MATTERS.size()));
    }

    String title(String matter) {
        return "关于" + matter + "的诉求（虚构）";
    }

    String description(String matter) {
        int length = 60 + random.nextInt(241);
        StringBuilder text = new StringBuilder(320)
                .append(any(OPENINGS))
                .append("，")
                .append(firm())
                .append("反映：");
        while (text.length() < length) {
            String other = random.nextInt(3) == 0 ? matter() : matter;
            text.append(any(FACTS).replace("%s", other).replace("%d", Integer.toString(2 + random.nextInt(97))))
                    .append(random.nextBoolean() ? "，" : "；")
                    .append(random.nextInt(4) == 0 ? firm() + "也提出同样意见，" : "");
        }
        text.setLength(Math.min(text.length(), 292));
        return text.append("。").append(any(ENDINGS)).toString();
    }

    private String firm() {
        StringBuilder name = new StringBuilder("范例");
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return name.append(any(TRADES)).append("厂").toString();
    }

    /** The first ones come far more often than the last. */
    private int skewed(int size) {
        double square = random.nextDouble() * random.nextDouble();
        return (int) (square * size);
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
