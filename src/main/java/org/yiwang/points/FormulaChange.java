package org.yiwang.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.points.Formula.Coefficient;
import org.yiwang.points.Formula.Share;

/**
 * One number in which two formulas differ.
 *
 * @param what which number
 * @param code of the category, the evaluation or the grade; empty for the others
 * @param before by the one
 * @param after by the other
 */
public record FormulaChange(What what, String code, int before, int after) {

    /** The numbers of a formula. */
    public enum What {
        /** Points for an hour. */
        PER_HOUR,
        /** Coefficient of credit time, in thousandths. */
        CREDIT,
        /** Coefficient of honour time, in thousandths. */
        HONOUR,
        /** Most points for the time of a day. */
        CAP,
        /** Months after which points expire. */
        EXPIRY,
        /** Coefficient of a category, in thousandths. */
        CATEGORY,
        /** Percent for what the team said. */
        ATTITUDE,
        /** Percent for a trust grade. */
        QUALITY
    }

    /** All numbers in which they differ, in the order of the form. */
    public static List<FormulaChange> between(Formula one, Formula other) {
        List<FormulaChange> changes = new ArrayList<>();
        add(changes, What.PER_HOUR, "", one.pointsPerHour(), other.pointsPerHour());
        add(changes, What.CREDIT, "", one.creditPerMille(), other.creditPerMille());
        add(changes, What.HONOUR, "", one.honourPerMille(), other.honourPerMille());
        add(changes, What.CAP, "", one.capPerDay(), other.capPerDay());
        add(changes, What.EXPIRY, "", one.expiryMonths(), other.expiryMonths());
        codes(one.attitude(), other.attitude())
                .forEach(code -> add(changes, What.ATTITUDE, code, one.forAttitude(code), other.forAttitude(code)));
        codes(one.quality(), other.quality())
                .forEach(code -> add(changes, What.QUALITY, code, one.forQuality(code), other.forQuality(code)));
        Set<String> categories =
                one.categories().stream().map(Coefficient::code).collect(Collectors.toCollection(TreeSet::new));
        other.categories().stream().map(Coefficient::code).forEach(categories::add);
        categories.forEach(code -> add(changes, What.CATEGORY, code, one.ofCategory(code), other.ofCategory(code)));
        return changes;
    }

    private static Set<String> codes(List<Share> some, List<Share> others) {
        Set<String> codes = some.stream().map(Share::code).collect(Collectors.toCollection(TreeSet::new));
        others.stream().map(Share::code).forEach(codes::add);
        return codes;
    }

    private static void add(List<FormulaChange> changes, What what, String code, int before, int after) {
        if (before != after) {
            changes.add(new FormulaChange(what, code, before, after));
        }
    }
}
