package org.yiwang.record;

/**
 * Effective service of one person in one year and category; credit and honour time apart.
 *
 * @param year year of the service dates
 * @param category code of the table {@code category}
 * @param creditMinutes 信用时长
 * @param honourMinutes 荣誉时长
 * @param records how many records
 */
public record Total(int year, String category, int creditMinutes, int honourMinutes, int records) {}
