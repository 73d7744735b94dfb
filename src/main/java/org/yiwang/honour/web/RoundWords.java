package org.yiwang.honour.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.honour.Capacity;
import org.yiwang.honour.Fact;
import org.yiwang.honour.RoundKind;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.web.Page;

/** What templates of awards write: facts, regions and kinds in the reader's words. */
public final class RoundWords {

    private static final String WHY = "honour.why.";

    private final Codes codes;
    private final Regions regions;
    private final List<RoundKind> kinds;

    RoundWords(Codes codes, Regions regions, List<RoundKind> kinds) {
        this.codes = codes;
        this.regions = regions;
        this.kinds = kinds;
    }

    /** A fact as a sentence. */
    public String fact(Page page, Fact fact) {
        List<String> args = fact.args();
        String key = "honour.fact." + fact.what();
        return switch (fact.what()) {
            case "hours" -> page.t(key, page.minutes(number(args, 0)), page.minutes(number(args, 1)), number(args, 2));
            case "category" ->
                page.t(
                        key,
                        codes.label("category", args.getFirst()).in(page.locale()),
                        page.minutes(number(args, 1)),
                        number(args, 2));
            case "training" -> page.t(key, number(args, 0), page.minutes(number(args, 1)));
            case "commendation" -> page.t(key, args.get(0), args.get(1), page.fullDate(LocalDate.parse(args.get(2))));
            default -> page.t(key, number(args, 0), number(args, 1));
        };
    }

    private static long number(List<String> args, int at) {
        return Long.parseLong(args.get(at));
    }

    /** The name of a region with those above it. */
    public String region(RegionCode code) {
        return regions.find(code).map(RegionView::fullName).orElse(code.value());
    }

    /** The name of a kind of award. */
    public Label kind(String code) {
        return kinds.stream()
                .filter(k -> k.code().equals(code))
                .findFirst()
                .map(RoundKind::label)
                .orElse(new Label(code, code));
    }

    /** Who may nominate, one after the other. */
    public String capacities(Page page, List<Capacity> some) {
        return some.stream()
                .map(c -> page.t("honour.capacity." + c))
                .collect(Collectors.joining(page.t("honour.separator")));
    }

    /** Why somebody was removed: what the program found, or the office's words. */
    public String why(Page page, String why) {
        return page.reason(why, WHY);
    }
}
