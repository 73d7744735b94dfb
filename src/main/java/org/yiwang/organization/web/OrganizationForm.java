package org.yiwang.organization.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationDraft.About;
import org.yiwang.organization.OrganizationDraft.Contact;
import org.yiwang.organization.OrganizationDraft.Joining;
import org.yiwang.organization.OrganizationDraft.Standing;
import org.yiwang.organization.OrganizationDraft.Unit;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.Tree;
import org.yiwang.web.Form;

/** Reads what was typed about an organization, and fills the form from one that exists. */
final class OrganizationForm {

    private OrganizationForm() {}

    /** The whole application. Which fields a legal standing asks for is decided by the module. */
    static OrganizationDraft draft(Form form, RegionCode region) {
        String type = form.value("teamType");
        if (type.isEmpty()) {
            form.fail("teamType", "form.required");
        }
        Standing standing = new Standing(
                type,
                orNull(form.value("legalForm")),
                orNull(form.value("unitKind")),
                orNull(form.value("creditCode")),
                form.value("filedWith").isEmpty() ? null : form.choice("filedWith", FiledWith.class));
        return new OrganizationDraft(
                form.text("name", 2, 50),
                region,
                standing,
                about(form),
                contact(form),
                joining(form),
                id(form, "lineParent"),
                id(form, "areaParent"));
    }

    static About about(Form form) {
        if (form.values("categories").isEmpty()) {
            form.fail("categories", "form.required");
        } else if (form.values("categories").size() > 4) {
            form.fail("categories", "problem.organization.categories");
        }
        String unit = form.text("unitName", 0, 80);
        return new About(
                form.values("kinds"),
                form.values("categories"),
                unit.isEmpty() ? null : new Unit(unit, form.value("unitHostKind"), orNull(form.value("unitCode"))),
                form.ticked("partyOrganization"),
                orNull(form.text("partyBranch", 0, 60)),
                form.text("introduction", 10, 1000),
                form.value("foundedOn").isEmpty() ? null : form.date("foundedOn"),
                form.optionalInteger("plannedSize", 1, 1_000_000).orElse(null));
    }

    static Contact contact(Form form) {
        return new Contact(
                form.text("contactName", 1, 30), form.text("contactPhone", 5, 30), form.ticked("contactOpen"));
    }

    static Joining joining(Form form) {
        return new Joining(form.choice("joinPolicy", JoinPolicy.class), orNull(form.value("passCode")));
    }

    static Form of(OrganizationProfile p) {
        Form form = Form.empty()
                .with("name", p.name())
                .with("region", p.region())
                .with("teamType", p.standing().teamType())
                .with("legalForm", p.standing().legalForm())
                .with("unitKind", p.standing().unitKind())
                .with("creditCode", p.standing().creditCode())
                .with("filedWith", p.standing().filedWith())
                .with("kinds", p.about().kinds())
                .with("categories", p.about().categories())
                .with("partyOrganization", p.about().partyOrganization() ? "yes" : null)
                .with("partyBranch", p.about().partyBranch())
                .with("introduction", p.about().introduction())
                .with("foundedOn", p.about().foundedOn())
                .with("plannedSize", p.about().plannedSize())
                .with("joinPolicy", p.joinPolicy())
                .with("passCode", p.passCode());
        Unit unit = p.about().unit();
        if (unit != null) {
            form.with("unitName", unit.name()).with("unitHostKind", unit.kind()).with("unitCode", unit.creditCode());
        }
        Contact contact = p.contact();
        if (contact != null) {
            form.with("contactName", contact.name())
                    .with("contactPhone", contact.phone())
                    .with("contactOpen", contact.open() ? "yes" : null);
        }
        p.parents()
                .forEach(parent ->
                        form.with(parent.tree() == Tree.LINE ? "lineParent" : "areaParent", Ids.text(parent.id())));
        return form;
    }

    /** A version of the honesty agreement that was ticked, null if it was not. */
    @Nullable
    static Integer honesty(Form form) {
        if (!form.ticked("honesty")) {
            form.fail("honesty", "problem.organization.honesty-missing");
        }
        return form.ticked("honesty")
                ? form.optionalInteger("honestyVersion", 0, 1_000_000).orElse(null)
                : null;
    }

    static Optional<LocalDate> optionalDate(Form form, String field) {
        return form.value(field).isEmpty() ? Optional.empty() : Optional.of(form.date(field));
    }

    @Nullable
    static Long id(Form form, String field) {
        String text = form.value(field);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Long> id = Ids.parse(text);
        if (id.isEmpty()) {
            form.fail(field, "form.choice");
        }
        return id.orElse(null);
    }

    @Nullable
    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
