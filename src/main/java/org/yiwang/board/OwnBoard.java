package org.yiwang.board;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.PersonalExport;

/** Whether a person takes part in boards, as part of what a person takes along (PIPL art. 45). */
@Component
class OwnBoard implements PersonalExport {

    private final BoardMemberStore members;

    OwnBoard(BoardMemberStore members) {
        this.members = members;
    }

    @Override
    public String section() {
        return "boards";
    }

    @Override
    public Object export(long volunteerId) {
        return members.find(volunteerId)
                .<Map<String, Object>>map(member ->
                        Map.of("takesPart", true, "since", member.since().toString()))
                .orElse(Map.of("takesPart", false));
    }
}
