package org.yiwang.paper;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Ids;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.Staged.Fault;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.PaperNames;
import org.yiwang.volunteer.VolunteerView;

/**
 * Reads lines as they come: which activity, which person, from when to when. Whoever confirms an import sees the answers
 * before anything is recorded. A number and a name must agree; whether the number or the name is wrong is not said, so
 * that nobody learns by trying who is registered; and the number of an identity document finds only people of the
 * activity or of the team.
 */
@Component
class Staging {

    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

    private final PaperNames names;
    private final Activities activities;
    private final SignUps signUps;
    private final Organizations organizations;
    private final Clock clock;

    Staging(PaperNames names, Activities activities, SignUps signUps, Organizations organizations, Clock clock) {
        this.names = names;
        this.activities = activities;
        this.signUps = signUps;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The lines, read; of activities of that organization and those below it. */
    List<Staged> read(List<Line> lines, long organizationId) {
        Set<String> numbers = new HashSet<>();
        Set<String> documents = new HashSet<>();
        for (Line line : lines) {
            if (!line.number().isEmpty()) {
                numbers.add(line.number());
            } else if (isDocument(line.document())) {
                documents.add(line.document());
            }
        }
        People people = new People(names.byNumbers(numbers), names.byDocuments(documents));
        Map<String, ActivityView> known = new HashMap<>();
        Set<Place> own = own(lines, people, organizationId, known);
        List<Staged> staged = new ArrayList<>(lines.size());
        for (Line line : lines) {
            ActivityView activity = activity(line.activity(), organizationId, known);
            VolunteerView person = people.of(line);
            boolean shown = person != null
                    && (!line.number().isEmpty()
                            || activity != null && own.contains(new Place(activity.id(), person.id())));
            staged.add(read(line, shown ? person : null, activity));
        }
        return staged;
    }

    /** Who of those found by a document has signed up for the activity of the line or is a member of its team. */
    private Set<Place> own(List<Line> lines, People people, long organizationId, Map<String, ActivityView> known) {
        Map<ActivityView, Set<VolunteerView>> asked = new HashMap<>();
        for (Line line : lines) {
            ActivityView activity = activity(line.activity(), organizationId, known);
            VolunteerView person = line.number().isEmpty() ? people.of(line) : null;
            if (activity != null && person != null) {
                asked.computeIfAbsent(activity, _ -> new HashSet<>()).add(person);
            }
        }
        Set<Place> own = new HashSet<>();
        asked.forEach((activity, some) -> {
            List<Long> ids = some.stream().map(VolunteerView::id).toList();
            Set<Long> accounts = new HashSet<>();
            for (VolunteerView person : some) {
                Long account = person.accountId();
                if (account != null) {
                    accounts.add(account);
                }
            }
            Set<Long> members = organizations.membersSinceBefore(activity.organizationId(), accounts, clock.instant());
            signUps.held(Map.of(activity.id(), ids)).stream()
                    .filter(s -> s.state() == SignUpView.State.ACCEPTED)
                    .forEach(s -> own.add(new Place(activity.id(), s.volunteerId())));
            some.stream()
                    .filter(p -> p.accountId() != null && members.contains(p.accountId()))
                    .forEach(p -> own.add(new Place(activity.id(), p.id())));
        });
        return own;
    }

    private Staged read(Line line, @Nullable VolunteerView person, @Nullable ActivityView activity) {
        WrittenTime.Reading time = WrittenTime.span(line.day(), line.came(), line.left(), clock.getZone());
        Fault fault = fault(line, person, activity, time);
        Line kept = person == null
                ? line
                : new Line(
                        line.no(),
                        line.activity(),
                        activity == null || !line.title().isEmpty() ? line.title() : activity.title(),
                        line.name(),
                        person.number(),
                        "",
                        line.day(),
                        line.came(),
                        line.left());
        return new Staged(
                kept, activity == null ? null : activity.id(), person == null ? null : person.id(), time.span(), fault);
    }

    @Nullable
    private Fault fault(
            Line line, @Nullable VolunteerView person, @Nullable ActivityView activity, WrittenTime.Reading time) {
        if (activity == null) {
            return Fault.of(line.activity().isEmpty() ? PaperProblem.NO_ACTIVITY : PaperProblem.ACTIVITY_UNKNOWN);
        }
        if (line.name().isEmpty()) {
            return Fault.of(PaperProblem.NO_NAME);
        }
        if (person == null) {
            return Fault.of(nobody(line));
        }
        if (person.state() != VolunteerView.State.VALID) {
            return Fault.of(PaperProblem.PERSON_NOT_VALID);
        }
        if (time.problem() != null) {
            return Fault.of(time.problem());
        }
        boolean future = time.span() != null && time.span().end().isAfter(clock.instant());
        return future ? Fault.of(PaperProblem.FUTURE) : null;
    }

    private static PaperProblem nobody(Line line) {
        if (line.number().isEmpty() && line.document().isEmpty()) {
            return PaperProblem.NO_NUMBER;
        }
        return ROUNDED.matcher(line.number().isEmpty() ? line.document() : line.number())
                        .matches()
                ? PaperProblem.ROUNDED_NUMBER
                : PaperProblem.PERSON_UNKNOWN;
    }

    @Nullable
    private ActivityView activity(String text, long organizationId, Map<String, ActivityView> known) {
        ActivityView before = known.get(text);
        if (before != null) {
            return before;
        }
        ActivityView found = Ids.parse(text.toUpperCase(Locale.ROOT))
                .flatMap(activities::find)
                .filter(a -> a.ancestors().contains(organizationId))
                .orElse(null);
        if (found != null) {
            known.put(text, found);
        }
        return found;
    }

    private static boolean isDocument(String text) {
        return text.length() >= 4
                && text.length() <= 60
                && !ROUNDED.matcher(text).matches();
    }

    private static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·•・.]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Somebody in an activity. */
    private record Place(long activityId, long volunteerId) {}

    /** Those found for the numbers of a batch. */
    private record People(Map<String, VolunteerView> byNumber, Map<String, VolunteerView> byDocument) {

        /** Whom the line names: by its number and, beside it, by the same name. */
        @Nullable
        VolunteerView of(Line line) {
            VolunteerView person =
                    line.number().isEmpty() ? byDocument.get(line.document()) : byNumber.get(line.number());
            return person != null
                            && (person.name().equals(line.name())
                                    || tidy(person.name()).equals(tidy(line.name())))
                    ? person
                    : null;
        }
    }
}
