package org.yiwang.objection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.notification.Sms;
import org.yiwang.organization.Organizations;
import org.yiwang.platform.Vault;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Tells people what happens in a case, in the transaction in which it happens. */
@Component
class CaseNotices {

    private final CaseStore store;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Grants grants;
    private final Offices offices;
    private final Notifications notifications;
    private final Sms sms;
    private final Vault vault;

    CaseNotices(
            CaseStore store,
            Volunteers volunteers,
            Organizations organizations,
            Grants grants,
            Offices offices,
            Notifications notifications,
            Sms sms,
            Vault vault) {
        this.store = store;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.grants = grants;
        this.offices = offices;
        this.notifications = notifications;
        this.sms = sms;
        this.vault = vault;
    }

    /** Whoever has to answer learns that something waits. */
    void opened(CaseView it) {
        if (it.withOffice()) {
            tellOffices(it, "notice.objection.to-decide", false);
        } else {
            tellOrganization(it, "notice.objection.opened", false);
        }
    }

    void warned(CaseView it, CaseStore.Warning warning) {
        boolean urgent = warning != CaseStore.Warning.REMIND;
        String key = "notice.objection.warn-" + warning.name().toLowerCase(Locale.ROOT);
        if (warning == CaseStore.Warning.LATE) {
            // Whoever supervises the office that is late.
            send(grants.reaching(Permission.CASE_DECIDE, offices.above(it.region())), it, key, office(it), true);
        } else if (it.withOffice()) {
            tellOffices(it, key, urgent);
        } else {
            tellOrganization(it, key, urgent);
        }
    }

    void escalated(CaseView it, boolean late) {
        tellOffices(it, "notice.objection.to-decide", false);
        tellOrganization(it, late ? "notice.objection.late-organization" : "notice.objection.taken-further", late);
        if (late) {
            tellVolunteer(it, "notice.objection.late-volunteer", "", false);
        }
    }

    /** Whoever reported has taken the decision to the office above; the volunteer learns of it only if of the report. */
    void takenAbove(CaseView it) {
        tellOffices(it, "notice.objection.to-decide", false);
        if (it.told()) {
            tellVolunteer(it, "notice.objection.looked-at-again", "", false);
        }
    }

    /** The organization would give more hours; an office decides. */
    void putForward(CaseView it, String reason) {
        tellOffices(it, "notice.objection.to-decide", false);
        tellVolunteer(it, "notice.objection.put-forward", reason, false);
    }

    void frozen(CaseView it) {
        tellVolunteer(it, "notice.objection.frozen", "", true);
    }

    void released(CaseView it) {
        tellVolunteer(it, "notice.objection.released", "", false);
    }

    void disowned(CaseView it, boolean frozen) {
        tellVolunteer(it, frozen ? "notice.objection.not-me" : "notice.objection.not-me-again", "", true);
    }

    /** What takes hours away, before it is done. */
    void announced(CaseView it) {
        CaseView.Announcement announced = Objects.requireNonNull(it.announced());
        tellVolunteer(
                it,
                it.outcome() == CaseView.Outcome.VOID
                        ? "notice.objection.announced-void"
                        : "notice.objection.announced-corrected",
                announced.why(),
                true);
    }

    /** Whoever has announced something learns that the volunteer has answered. */
    void answered(CaseView it) {
        CaseView.Announcement announced = Objects.requireNonNull(it.announced());
        send(List.of(announced.byAccountId()), it, "notice.objection.statement", office(it), false);
    }

    /** The outcome with its reason. */
    void ended(CaseView it, CaseView.Outcome outcome, String reason) {
        if (it.kind() != CaseView.Kind.REPORT || it.told()) {
            tellVolunteer(
                    it,
                    "notice.objection.ended-" + outcome.name().toLowerCase(Locale.ROOT),
                    reason,
                    outcome == CaseView.Outcome.VOID);
        }
        if (it.withOffice() && it.organizationId() != null) {
            tellOrganization(it, "notice.objection.decided-organization", false);
        }
        byte[] contact = store.contact(it.id());
        if (contact != null) {
            sms.send(
                    vault.open(contact),
                    "sms.objection.decided",
                    List.of(it.openedAt().toString()));
        }
    }

    private void tellVolunteer(CaseView it, String key, String reason, boolean urgent) {
        Long id = it.volunteerId();
        if (id == null) {
            return;
        }
        VolunteerView person = volunteers.get(id);
        List<Long> contacts = new ArrayList<>();
        if (person.accountId() != null) {
            contacts.add(person.accountId());
        } else if (person.guardianAccountId() != null) {
            contacts.add(person.guardianAccountId());
        }
        if (person.state() != VolunteerView.State.RESTRICTED) {
            notifications.tell(
                    contacts, new Notice(key, List.of(it.about(), reason), "/me/cases/" + Ids.text(it.id()), urgent));
        }
    }

    private void tellOrganization(CaseView it, String key, boolean urgent) {
        if (it.organizationId() != null && it.kind() == CaseView.Kind.OBJECTION) {
            Set<Long> leaders = new TreeSet<>(organizations.leaders(it.organizationId()));
            leaders.removeIf(account -> concerns(it, account));
            send(leaders, it, key, "/desk/cases/" + Ids.text(it.id()), urgent);
        }
    }

    private void tellOffices(CaseView it, String key, boolean urgent) {
        Set<Long> deciders = new TreeSet<>(grants.reaching(Permission.CASE_DECIDE, it.region()));
        if (it.organizationId() != null) {
            organizations.leaders(it.organizationId()).forEach(deciders::remove);
        }
        deciders.removeIf(account -> concerns(it, account));
        send(deciders, it, key, office(it), urgent);
    }

    private boolean concerns(CaseView it, long account) {
        return it.volunteerId() != null
                && volunteers.get(Objects.requireNonNull(it.volunteerId())).concerns(account);
    }

    private void send(Collection<Long> people, CaseView it, String key, String link, boolean urgent) {
        notifications.tell(
                people, new Notice(key, List.of(it.about(), it.dueOn().toString()), link, urgent));
    }

    private static String office(CaseView it) {
        return "/gov/cases/" + Ids.text(it.id());
    }
}
