package org.yiwang.bulk;

/** Names of people who do not exist, by sex and the fashion of the year of birth. */
final class Names {

    private static final String COMMON = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
    private static final String LESS =
            "梁郑谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String MEN_THEN = "伟强军勇刚明建国平志文海林华德福长青永春生贵金清荣根发";
    private static final String MEN_NOW = "浩宇轩涛杰鹏博俊睿泽晨昊天子航一辰嘉铭思远逸飞翔";
    private static final String WOMEN_THEN = "芳娜敏静丽娟艳霞秀英华玉兰红春梅桂珍凤琴莲菊爱荣";
    private static final String WOMEN_NOW = "婷欣怡佳慧诗雅梦琪雨桐紫涵可馨若曦思彤语嫣乐瑶";

    /** Born since then, one has a name of now. */
    private static final int NOW = 1985;

    private Names() {}

    /** A surname and one or two characters. */
    static String of(Chance chance, boolean man, int born) {
        String given = man ? (born < NOW ? MEN_THEN : MEN_NOW) : born < NOW ? WOMEN_THEN : WOMEN_NOW;
        StringBuilder name = new StringBuilder(3).append(at(chance, chance.percent(60) ? COMMON : LESS));
        name.append(at(chance, given));
        if (!chance.percent(22)) {
            name.append(at(chance, given));
        }
        return name.toString();
    }

    /** What people call a community whose entry is its committee: 团结社区居委会 is 团结社区. */
    static String spoken(String entry) {
        if (entry.endsWith("社区居委会") || entry.endsWith("村村委会")) {
            return entry.substring(0, entry.length() - 3);
        }
        return entry.replaceFirst("居委会$", "社区").replaceFirst("村委会$", "村");
    }

    private static char at(Chance chance, String characters) {
        return characters.charAt(chance.below(characters.length()));
    }
}
