package org.yiwang.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.objection.Verdict;

/** Cases that an office has decided, for sanctions to rest on. */
public final class FoundCases {

    private FoundCases() {}

    /** Somebody reports an activity; nobody has decided yet. */
    public static long reported(long activityId) {
        return reported(activityId, Complaint.OTHER);
    }

    /** Somebody reports that of an activity; nobody has decided yet. */
    public static long reported(long activityId, Complaint what) {
        City.bean(Reports.class).report(null, new Report(null, activityId, what, "活动没有举办，名单是编的", "", ""), null, "");
        return City.bean(JdbcClient.class)
                .sql("select id from objection_case where activity_id = :activity order by id desc limit 1")
                .param("activity", activityId)
                .query(Long.class)
                .single();
    }

    /** Somebody reports an activity, and the district finds it true. */
    public static long upheld(long activityId) {
        return decided(activityId, Outcome.UPHELD);
    }

    /** Somebody reports an activity, and the district decides so. */
    public static long decided(long activityId, Outcome outcome) {
        long id = reported(activityId);
        City.bean(CaseDesk.class)
                .decide(
                        PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"),
                        id,
                        new Verdict(outcome, null, "核对了签到和现场照片", "签到表和照片", false));
        return id;
    }
}
