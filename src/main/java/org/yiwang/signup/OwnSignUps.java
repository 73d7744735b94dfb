package org.yiwang.signup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.volunteer.PersonalExport;

/** Sign-ups as part of what a person takes along (PIPL art. 45): those to come and the last thousand that were. */
@Component
class OwnSignUps implements PersonalExport {

    private static final int PAST = 1_000;

    private final SignUps signUps;

    OwnSignUps(SignUps signUps) {
        this.signUps = signUps;
    }

    @Override
    public String section() {
        return "signUps";
    }

    @Override
    public Object export(long volunteerId) {
        List<Map<String, Object>> all = Stream.concat(
                        signUps.mine(volunteerId).stream(), signUps.past(volunteerId, PAST).stream())
                .map(OwnSignUps::entry)
                .toList();
        return all;
    }

    private static Map<String, Object> entry(MySignUp mine) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("activityId", Ids.text(mine.signUp().activityId()));
        if (mine.activity() != null) {
            entry.put("activity", mine.activity().title());
        }
        entry.put("from", mine.period().start().toString());
        entry.put("to", mine.period().end().toString());
        entry.put("state", mine.signUp().state().name());
        entry.put("at", mine.signUp().at().toString());
        return entry;
    }
}
