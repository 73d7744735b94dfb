package org.yiwang.bulk;

import java.time.LocalTime;
import java.util.List;

/**
 * Kinds of service as teams of a city offer them.
 *
 * @param category code of the table {@code category}
 * @param object code of the table {@code service-object}
 * @param title name of the activity, before the place
 * @param post what people do there
 * @param start when shifts begin
 * @param minutes how long they last
 * @param weight how often teams choose it
 */
record Theme(String category, String object, String title, String post, LocalTime start, int minutes, int weight) {

    /** A theme of its own that asks for very long days. */
    static final Theme LONG_DAY = new Theme("18", "11", "大型赛事全天保障", "赛道服务", LocalTime.of(7, 30), 600, 0);

    private static final List<Theme> ALL = List.of(
            new Theme("01", "10", "社区清洁家园", "清洁", LocalTime.of(8, 30), 120, 16),
            new Theme("01", "10", "便民服务日", "便民服务", LocalTime.of(9, 0), 150, 10),
            new Theme("17", "03", "陪伴独居老人", "入户陪伴", LocalTime.of(14, 0), 120, 12),
            new Theme("17", "01", "四点半课堂", "作业辅导", LocalTime.of(16, 30), 90, 8),
            new Theme("11", "11", "文明交通劝导", "路口引导", LocalTime.of(7, 0), 120, 12),
            new Theme("06", "11", "江滩护绿净滩", "护绿", LocalTime.of(9, 0), 180, 7),
            new Theme("04", "08", "医院导诊", "导诊", LocalTime.of(8, 0), 240, 8),
            new Theme("07", "11", "科普进社区", "讲解", LocalTime.of(14, 30), 120, 4),
            new Theme("08", "11", "图书馆整架", "整架", LocalTime.of(13, 30), 180, 6),
            new Theme("09", "10", "平安夜巡", "巡逻", LocalTime.of(19, 0), 120, 6),
            new Theme("03", "01", "周末支教", "授课", LocalTime.of(9, 0), 180, 4),
            new Theme("10", "11", "文明旅游引导", "引导", LocalTime.of(9, 30), 210, 3),
            new Theme("18", "11", "赛会服务", "观众引导", LocalTime.of(13, 0), 300, 3),
            new Theme("15", "03", "健康走陪护", "陪护", LocalTime.of(6, 30), 90, 1));
    private static final int[] WEIGHTS = ALL.stream().mapToInt(Theme::weight).toArray();

    static Theme of(Chance chance) {
        return ALL.get(chance.weighted(WEIGHTS));
    }

    /** How long a shift lasts on average, in minutes. */
    static double meanMinutes() {
        double sum = 0;
        int weights = 0;
        for (Theme theme : ALL) {
            sum += (double) theme.weight * theme.minutes;
            weights += theme.weight;
        }
        return sum / weights;
    }

    /** What is to be done, in plain words. */
    String description() {
        return title + "：" + post + "。请提前十分钟到集合地点签到，听从领队安排，注意安全，结束后再签退离开。";
    }
}
