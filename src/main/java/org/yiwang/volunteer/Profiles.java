package org.yiwang.volunteer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * What volunteers tell step by step after registering. Nothing of it is asked for at the door; each part is saved on its
 * own. Only the person, or a minor's guardian, writes it.
 */
@Component
public class Profiles {

    /** At most this many service categories each (data elements of the national system). */
    public static final int MOST_CATEGORIES = 4;

    /** Source of what the person says without an office vouching for it. */
    public static final String OWN_WORD = "self";

    private final ProfileStore store;
    private final Volunteers volunteers;
    private final Codes codes;
    private final Rules rules;
    private final Residences residences;
    private final AuditTrail audit;
    private final Clock clock;

    Profiles(
            ProfileStore store,
            Volunteers volunteers,
            Codes codes,
            Rules rules,
            Residences residences,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.codes = codes;
        this.rules = rules;
        this.residences = residences;
        this.audit = audit;
        this.clock = clock;
    }

    /** The profile; empty parts if nothing was told yet. */
    @Transactional(readOnly = true)
    public ProfileView get(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.find(volunteerId);
    }

    /** Sets the skills; refuses with {@code volunteer.code-unknown} what the table does not have. */
    @Transactional
    public void setSkills(Actor actor, long volunteerId, Collection<String> skills) {
        own(actor, volunteerId);
        store.setSkills(volunteerId, known("skill", skills, "skills"));
    }

    /** Sets the times: codes of {@code available-slot}. */
    @Transactional
    public void setSlots(Actor actor, long volunteerId, Collection<String> slots) {
        own(actor, volunteerId);
        store.set(volunteerId, "slots", known("available-slot", slots, "slots"), clock.instant());
    }

    /** Sets the categories; refuses with {@code volunteer.too-many-categories} more than four. */
    @Transactional
    public void setCategories(Actor actor, long volunteerId, Collection<String> categories) {
        own(actor, volunteerId);
        Set<String> chosen = known("category", categories, "categories");
        if (chosen.size() > MOST_CATEGORIES) {
            throw new Refusal(VolunteerProblem.TOO_MANY_CATEGORIES, MOST_CATEGORIES).at("categories");
        }
        store.set(volunteerId, "categories", chosen, clock.instant());
    }

    /** Sets the languages. */
    @Transactional
    public void setLanguages(Actor actor, long volunteerId, Collection<String> languages) {
        own(actor, volunteerId);
        store.set(volunteerId, "languages", known("language", languages, "languages"), clock.instant());
    }

    /** Sets education, employment and political status; null leaves one unstated. */
    @Transactional
    public void setBackground(
            Actor actor,
            long volunteerId,
            @Nullable String education,
            @Nullable String employment,
            @Nullable String politicalStatus) {
        own(actor, volunteerId);
        store.setBackground(
                volunteerId,
                one("education", education, "education"),
                one("employment", employment, "employment"),
                one("political-status", politicalStatus, "politicalStatus"),
                clock.instant());
    }

    /** The vow as it reads today. */
    public Vow vow() {
        Rule<Label> vow = rules.current("volunteer.vow", Label.class);
        return new Vow(vow.version(), vow.value());
    }

    /** Takes the vow in the version that was shown; refuses with {@code volunteer.vow-changed} an older text. */
    @Transactional
    public void takeVow(Actor actor, long volunteerId, int version) {
        own(actor, volunteerId);
        if (vow().version() != version) {
            throw new Refusal(VolunteerProblem.VOW_CHANGED);
        }
        store.setVow(volunteerId, version, clock.instant());
    }

    /** Notes an identity by the person's own word; replaces an earlier note of the same. */
    @Transactional
    public void addTag(Actor actor, long volunteerId, String tag, @Nullable LocalDate expiresOn) {
        own(actor, volunteerId);
        one("identity-tag", tag, "tag");
        store.addTag(volunteerId, new ProfileView.Tag(tag, OWN_WORD, expiresOn), actor.accountId(), clock.instant());
    }

    /** Notes an identity that an office knows of, with where it is known from. Needs the review permission there. */
    @Transactional
    public void attestTag(Actor staff, long volunteerId, ProfileView.Tag tag) {
        VolunteerView view = volunteers.get(volunteerId);
        staff.require(Permission.VOLUNTEER_REVIEW, residences.answering(view.residence()));
        if (view.concerns(staff.accountId())) {
            throw new Refusal(VolunteerProblem.OWN_CASE);
        }
        one("identity-tag", tag.code(), "tag");
        if (tag.source().isBlank() || tag.source().equals(OWN_WORD)) {
            throw new Refusal(VolunteerProblem.REASON_NEEDED).at("source");
        }
        store.addTag(volunteerId, tag, staff.accountId(), clock.instant());
        audit.write(staff, "volunteer.tag", "volunteer:" + Ids.text(volunteerId), tag.code() + " " + tag.source());
    }

    /** Takes an identity off again. */
    @Transactional
    public void removeTag(Actor actor, long volunteerId, String tag) {
        own(actor, volunteerId);
        store.removeTag(volunteerId, tag);
    }

    private void own(Actor actor, long volunteerId) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        if (view.state() == VolunteerView.State.SUSPENDED
                || view.state() == VolunteerView.State.RESTRICTED
                || view.state() == VolunteerView.State.VOID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
    }

    private Set<String> known(String table, Collection<String> chosen, String field) {
        Set<String> inUse = new LinkedHashSet<>();
        codes.list(table).stream().map(Code::code).forEach(inUse::add);
        if (!inUse.containsAll(chosen)) {
            throw new Refusal(VolunteerProblem.CODE_UNKNOWN).at(field);
        }
        return new LinkedHashSet<>(chosen);
    }

    @Nullable
    private String one(String table, @Nullable String code, String field) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        known(table, List.of(code), field);
        return code;
    }

    static Set<String> codesIn(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
