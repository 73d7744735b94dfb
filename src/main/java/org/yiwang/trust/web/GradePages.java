package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordKey;
import org.yiwang.trust.GradeFact;
import org.yiwang.trust.Graded;
import org.yiwang.trust.TrustGrades;
import org.yiwang.web.Access;

/** Why a record has its trust grade: every fact with what it weighs, and what would raise it. */
@Controller
class GradePages {

    private final TrustGrades grades;

    GradePages(TrustGrades grades) {
        this.grades = grades;
    }

    @GetMapping("/records/{volunteer}/{record}/grade")
    @Access(SIGNED_IN)
    String grade(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record, Model model) {
        TrustGrades.View view = grades.get(actor, new RecordKey(volunteer, record));
        model.addAttribute("view", view);
        model.addAttribute("hints", hints(view));
        return "trust/grade";
    }

    /** What could still raise it, or the next one. */
    private static List<String> hints(TrustGrades.View view) {
        Graded graded = view.graded();
        List<String> hints = new ArrayList<>();
        boolean oneSided = graded.has(GradeFact.ROSTER) || graded.has(GradeFact.ATTESTED);
        if (oneSided || view.record().origin() != Origin.ATTENDANCE) {
            hints.add("trust.raise.both-ends");
        }
        if (graded.has(GradeFact.OWN_CODE)) {
            hints.add("trust.raise.colleague");
        }
        boolean phone = graded.has(GradeFact.SCANNED_CODE) || graded.has(GradeFact.TYPED_CODE);
        if (phone && !graded.has(GradeFact.NEAR) && !graded.has(GradeFact.FAR)) {
            hints.add("trust.raise.place");
        }
        boolean spoken = graded.has(GradeFact.SERVED_YES)
                || graded.has(GradeFact.SERVED_NO)
                || graded.has(GradeFact.SERVED_DISAGREE);
        if (!spoken && view.record().origin() != Origin.TRANSFER) {
            hints.add("trust.raise.served");
        }
        if (!graded.has(GradeFact.CALLED_CONFIRMED)) {
            hints.add("trust.raise.called");
        }
        return hints;
    }
}
