package org.yiwang.volunteer.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yiwang.account.Consents;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Registrant;
import org.yiwang.web.Form;

/**
 * The fields by which somebody is registered, shared by the pages for oneself, for a ward and at the desk. The identity
 * card of the mainland needs one field; the button for other documents shows the form again with theirs.
 */
@Component
class RegistrantForm {

    /** Code of the identity card of the mainland. */
    static final String MAINLAND = "01";

    /** Field of the residence. */
    static final String RESIDENCE = "residence";

    private final RegionPickers pickers;
    private final Regions regions;
    private final Choices choices;
    private final Consents consents;

    RegistrantForm(RegionPickers pickers, Regions regions, Choices choices, Consents consents) {
        this.pickers = pickers;
        this.regions = regions;
        this.choices = choices;
        this.consents = consents;
    }

    /** Whether a button inside the form was pressed that only shows it again: a step of the picker, another document. */
    boolean step(Form form) {
        if (pickers.step(form)) {
            return true;
        }
        String turn = form.value("document");
        if (turn.equals("other") || turn.equals("mainland")) {
            form.with("otherDocument", turn.equals("other") ? "yes" : "");
            return true;
        }
        return turnElsewhere(form);
    }

    /** Whether the button was pressed that turns the picker from the city to the whole nation, or back. */
    static boolean turnElsewhere(Form form) {
        String where = form.value("where");
        if (where.equals("elsewhere") || where.equals("city")) {
            form.with("elsewhere", where.equals("elsewhere") ? "yes" : "");
            form.with(RESIDENCE, "");
            return true;
        }
        return false;
    }

    /** The picker of a residence: communities of the city, or counties of the nation. */
    void showResidence(Form form, Model model) {
        RegionCode root = form.ticked("elsewhere") ? null : regions.city().code();
        model.addAttribute(
                RESIDENCE, pickers.show(form, RESIDENCE, root, root == null ? Level.COUNTY : Level.COMMUNITY));
    }

    /** Reads what {@link #showResidence} shows. */
    RegionCode readResidence(Form form) {
        boolean elsewhere = form.ticked("elsewhere");
        return pickers.read(
                form, RESIDENCE, elsewhere ? null : regions.city().code(), elsewhere ? Level.COUNTY : Level.COMMUNITY);
    }

    /** What the template {@code volunteer/registrant} needs. */
    void show(Form form, Model model, java.util.Locale locale) {
        model.addAttribute("form", form);
        showResidence(form, model);
        model.addAttribute("documents", choices.otherDocuments(locale));
        model.addAttribute("sexes", choices.of("sex", locale));
        model.addAttribute("privacy", consents.current(Consents.PRIVACY));
        model.addAttribute("rights", consents.current(Consents.RIGHTS_AND_DUTIES));
        model.addAttribute("sensitive", consents.current(Consents.SENSITIVE_DATA));
    }

    /** Reads the fields; faults are noted in the form. */
    Registrant read(Form form, boolean asksConsent) {
        boolean other = form.ticked("otherDocument");
        String name = form.text("name", 1, 50);
        String type = other ? form.value("documentType") : MAINLAND;
        if (type.isEmpty()) {
            form.fail("documentType", "form.required");
        }
        String number = form.text("documentNumber", 1, 60);
        LocalDate born = other ? form.date("birthDate") : null;
        String sex = other ? form.value("sex") : "";
        RegionCode residence = readResidence(form);
        Registrant.Consent consent =
                new Registrant.Consent(!asksConsent || form.ticked("notice"), !asksConsent || form.ticked("sensitive"));
        if (!consent.notice()) {
            form.fail("notice", "problem.volunteer.consent-notice");
        }
        if (!consent.sensitive()) {
            form.fail("sensitive", "problem.volunteer.consent-sensitive");
        }
        return new Registrant(name, type, number, born, sex.isEmpty() ? null : sex, residence, guardian(form), consent);
    }

    private static Registrant.@Nullable Guardian guardian(Form form) {
        String name = form.value("guardianName");
        String mobile = form.value("guardianMobile");
        return name.isEmpty() && mobile.isEmpty() ? null : new Registrant.Guardian(name, mobile);
    }
}
