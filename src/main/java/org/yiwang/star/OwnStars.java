package org.yiwang.star;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.PersonalExport;

/** Stars and applications as part of what a person takes along (PIPL art. 45). */
@Component
class OwnStars implements PersonalExport {

    private final StarStore stars;
    private final ApplicationStore applications;

    OwnStars(StarStore stars, ApplicationStore applications) {
        this.stars = stars;
        this.applications = applications;
    }

    @Override
    public String section() {
        return "stars";
    }

    @Override
    public Object export(long volunteerId) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put(
                "stars",
                stars.of(List.of(volunteerId)).stream().map(OwnStars::star).toList());
        section.put(
                "applications",
                applications.ofVolunteers(List.of(volunteerId)).stream()
                        .map(OwnStars::application)
                        .toList());
        return section;
    }

    private static Map<String, Object> star(Star s) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("star", s.star());
        entry.put("grantedAt", s.grantedAt().toString());
        entry.put("schemeVersion", s.schemeVersion());
        entry.put("cutOff", s.cutOff().toString());
        entry.put("creditMinutes", s.minutes().creditMinutes());
        entry.put("honourMinutes", s.minutes().honourMinutes());
        entry.put("honourCountedMinutes", s.honourCounted());
        entry.put("takenBackAt", String.valueOf(s.takenBackAt()));
        return entry;
    }

    private static Map<String, Object> application(StarApplication a) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("star", a.star());
        entry.put("path", a.path().name());
        entry.put("state", a.state().name());
        entry.put("filedAt", a.filedAt().toString());
        entry.put("statement", a.statement());
        return entry;
    }
}
