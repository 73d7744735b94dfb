package org.yiwang.demo;

import java.util.List;
import java.util.Set;

/**
 * A kind of activity that happens in the demo city.
 *
 * @param team what teams that do it are called
 * @param title what it is called, after the community's name
 * @param category code of the table {@code category}
 * @param objects codes of the table {@code service-object}
 * @param post the post
 * @param description what is done
 * @param risk what can happen
 * @param place where people meet, after the community's name
 * @param summary what was done
 */
record Story(
        String team,
        String title,
        String category,
        Set<String> objects,
        String post,
        String description,
        String risk,
        String place,
        String summary) {

    static final List<Story> ALL = List.of(
            new Story(
                    "清洁家园志愿队",
                    "清洁家园日",
                    "06",
                    Set.of("10"),
                    "清洁员",
                    "和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。请穿便于活动的衣服和鞋，手套和工具由社区准备。",
                    "平地清扫，注意湿滑地面和台阶，搬运纸箱时两人一组。",
                    "服务中心一楼门口",
                    "清理楼道六处、花坛三处，分拣纸箱约四十公斤，居民反映良好。"),
            new Story(
                    "为老服务志愿队",
                    "陪老人聊天和代办",
                    "17",
                    Set.of("03"),
                    "陪伴员",
                    "上门陪独居老人聊聊天，帮忙读信、缴费、买药、打扫桌面。两人一组，由社区网格员带领，进门前先电话约好。",
                    "进出老旧楼栋注意台阶，尊重老人隐私，不代管钱物。",
                    "党群服务中心二楼 201 室",
                    "走访独居老人十二户，代办缴费五次、代买药三次，发现一处漏水已报物业。"),
            new Story(
                    "文明交通志愿队",
                    "早高峰路口引导",
                    "11",
                    Set.of("11"),
                    "引导员",
                    "在学校和菜场旁的路口引导行人走斑马线、劝导非机动车不逆行，帮助老人和孩子过马路。上岗前有十五分钟说明。",
                    "站在人行道和安全岛内，穿反光背心，不下机动车道。",
                    "小学门口路口",
                    "引导行人过街一千余人次，劝导逆行六十余次，无意外发生。"),
            new Story(
                    "健康同行志愿队",
                    "义诊和量血压",
                    "04",
                    Set.of("03", "10"),
                    "健康服务员",
                    "在社区广场为居民量血压、测血糖、登记慢病随访意愿，由街道卫生服务中心的医生现场指导，结果当面告诉本人。",
                    "一次性采血针由医务人员操作，志愿者只做登记和引导。",
                    "文化广场东侧凉亭",
                    "量血压一百一十人次，建议就医八人，登记随访二十三人。"),
            new Story(
                    "书香志愿队",
                    "周末故事会",
                    "03",
                    Set.of("10", "11"),
                    "故事员",
                    "在社区图书室给来读书的居民和家庭讲故事、整理图书、办理借阅，营造安静的阅读环境。会讲方言故事的更欢迎。",
                    "室内活动，注意上下楼梯和书架高处取书。",
                    "图书室一楼",
                    "讲故事四场，整理图书三百余册，办理借阅九十人次。"),
            new Story(
                    "便民维修志愿队",
                    "小家电便民维修",
                    "01",
                    Set.of("10", "03"),
                    "维修员",
                    "为居民免费维修电风扇、电饭煲、雨伞、台灯，磨剪刀和菜刀，修不好的告诉居民到哪里回收。自带常用工具更好。",
                    "断电后再拆修，戴绝缘手套，磨刀时保持一米距离。",
                    "服务中心一楼大厅",
                    "维修小家电五十七件，磨刀剪八十余把，回收废旧电器十二件。"),
            new Story(
                    "江滩护绿志愿队",
                    "江滩护绿",
                    "06",
                    Set.of("11"),
                    "护绿员",
                    "沿江滩步道捡拾垃圾、扶正苗木、清理外来杂草，记录破损的护栏和路灯并报给园林部门。带水杯，自备帽子。",
                    "不下水、不越过护栏，雷雨天取消，注意防晒。",
                    "旁江滩公园三号门",
                    "捡拾垃圾十六袋，扶正苗木四十余株，上报破损护栏两处。"),
            new Story(
                    "反诈宣传志愿队",
                    "反诈和用电安全入户宣传",
                    "09",
                    Set.of("03", "10"),
                    "宣传员",
                    "两人一组按楼栋入户，讲常见骗术和电动车充电安全，发放提示卡，帮老人在手机上设置来电提醒。进门先亮志愿者证。",
                    "进出楼栋注意台阶和宠物，不进居民卧室，不留个人信息。",
                    "警务室门前",
                    "入户二百一十户，发放提示卡二百张，帮助设置来电提醒四十六部。"));
}
