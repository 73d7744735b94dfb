package org.yiwang.organization.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationDirectory;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.rules.Codes;

/** What can be chosen in the forms about organizations. */
@Component
class ChoiceLists {

    private final Codes codes;
    private final OrganizationDirectory directory;
    private final MessageSource messages;

    ChoiceLists(Codes codes, OrganizationDirectory directory, MessageSource messages) {
        this.codes = codes;
        this.directory = directory;
        this.messages = messages;
    }

    /** Code tables of the application, into the model. */
    void add(Model model, Locale locale) {
        model.addAttribute("choices", of(locale));
    }

    OrganizationChoices of(Locale locale) {
        return new OrganizationChoices(
                codes.options("team-type", locale),
                codes.options("legal-form", locale),
                codes.options("approving-unit-kind", locale),
                codes.options("team-kind", locale),
                codes.options("category", locale));
    }

    /** Organizations that one in the region can stand below, without itself. */
    Map<String, String> above(RegionCode region, long itself) {
        Map<String, String> options = new LinkedHashMap<>();
        for (OrganizationProfile.Named parent : directory.above(region)) {
            if (parent.id() != itself) {
                options.put(Ids.text(parent.id()), parent.name());
            }
        }
        return options;
    }

    /** Constants of an enum with their names from the messages. */
    Map<String, String> names(String prefix, List<? extends Enum<?>> constants, Locale locale) {
        Map<String, String> options = new LinkedHashMap<>();
        constants.forEach(c -> options.put(c.name(), messages.getMessage(prefix + c.name(), null, locale)));
        return options;
    }
}
