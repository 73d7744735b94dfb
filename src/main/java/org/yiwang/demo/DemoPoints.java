package org.yiwang.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.points.Formula;
import org.yiwang.points.Formula.Coefficient;
import org.yiwang.points.FormulaDrafts;
import org.yiwang.points.PointsPosting;
import org.yiwang.rules.Rules;

/** The cast have their points; the city office has adopted a formula for next month. Everybody else's points the job posts. */
@Component
@Order(10)
@ConditionalOnProperty("yiwang.demo")
class DemoPoints implements Epilogue {

    private static final String RESCUE = "12";

    private final DemoClock clock;
    private final DemoActors actors;
    private final PointsPosting posting;
    private final FormulaDrafts drafts;
    private final Rules rules;

    DemoPoints(DemoClock clock, DemoActors actors, PointsPosting posting, FormulaDrafts drafts, Rules rules) {
        this.clock = clock;
        this.actors = actors;
        this.posting = posting;
        this.drafts = drafts;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public void play(Town town, Instant now) {
        clock.set(now);
        for (Cast one : List.of(Cast.VOLUNTEER, Cast.GUARDIAN, Cast.TEAM_ADMIN)) {
            posting.postDueOf(town.of(one).id());
        }
        posting.postDueOf(town.ward().id());
        Formula formula = rules.current(Formula.KEY, Formula.class).value();
        List<Coefficient> categories = new ArrayList<>(formula.categories());
        categories.add(new Coefficient(RESCUE, 1_500));
        LocalDate next =
                YearMonth.from(now.atZone(clock.getZone())).plusMonths(1).atDay(1);
        drafts.adopt(
                actors.of(Cast.CITY),
                new Formula(
                        formula.pointsPerHour(),
                        formula.creditPerMille(),
                        formula.honourPerMille(),
                        categories,
                        formula.attitude(),
                        formula.quality(),
                        formula.capPerDay(),
                        formula.expiryMonths()),
                next,
                "志愿消防和应急救援同样辛苦，系数一致");
    }
}
