package org.yiwang.kernel;

import java.util.Optional;

/**
 * Code of an administrative division. The statistical code is a prefix code: province 2 digits, city 4, county 6,
 * town or street 9, village or community 12; below them neighbourhoods and grids made by users add 3 digits each
 * (15 and 18). What lies in a region therefore is what begins with its code.
 *
 * @param value 2, 4, 6, 9, 12, 15 or 18 digits
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final int[] LENGTHS = {2, 4, 6, 9, 12, 15, 18};

    /** Refuses anything but 2, 4, 6, 9, 12, 15 or 18 digits. */
    public RegionCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a region code: " + value);
        }
    }

    /** Whether the text has the form of a region code; says nothing about whether the region exists. */
    public static boolean isValid(String text) {
        boolean length = false;
        for (int l : LENGTHS) {
            length |= text.length() == l;
        }
        return length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Reads a code as people write it: six digits with trailing zeros for a city (420100) or a province (420000)
     * are shortened to the prefix.
     */
    public static Optional<RegionCode> parse(String text) {
        if (!isValid(text)) {
            return Optional.empty();
        }
        String code = text;
        if (code.length() == 6 && code.endsWith("0000")) {
            code = code.substring(0, 2);
        } else if (code.length() == 6 && code.endsWith("00")) {
            code = code.substring(0, 4);
        }
        return Optional.of(new RegionCode(code));
    }

    /** Which level of division this is. */
    public Level level() {
        return switch (value.length()) {
            case 2 -> Level.PROVINCE;
            case 4 -> Level.CITY;
            case 6 -> Level.COUNTY;
            case 9 -> Level.TOWN;
            case 12 -> Level.COMMUNITY;
            case 15 -> Level.NEIGHBOURHOOD;
            default -> Level.GRID;
        };
    }

    /** The division directly above, empty for a province. */
    public Optional<RegionCode> parent() {
        int length = value.length();
        return switch (length) {
            case 2 -> Optional.empty();
            case 4, 6 -> Optional.of(new RegionCode(value.substring(0, length - 2)));
            default -> Optional.of(new RegionCode(value.substring(0, length - 3)));
        };
    }

    /** The division of the given level that this one lies in, or empty if this one is larger. */
    public Optional<RegionCode> at(Level level) {
        int length = LENGTHS[level.ordinal()];
        return value.length() < length ? Optional.empty() : Optional.of(new RegionCode(value.substring(0, length)));
    }

    /** Whether the other division is this one or lies in it. */
    public boolean contains(RegionCode other) {
        return other.value.startsWith(value);
    }

    /** The six-digit form (GB/T 2260) of a county or anything larger or smaller: prefix, padded with zeros. */
    public String sixDigits() {
        return (value + "0000").substring(0, 6);
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Levels of division from large to small. */
    public enum Level {
        /** 省. */
        PROVINCE,
        /** 地市. */
        CITY,
        /** 区县. */
        COUNTY,
        /** 街道、乡镇. */
        TOWN,
        /** 社区、村. */
        COMMUNITY,
        /** 邻里, made by users. */
        NEIGHBOURHOOD,
        /** 网格 inside a neighbourhood, made by users. */
        GRID
    }
}
