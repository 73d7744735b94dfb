package org.yiwang.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Projects;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Codes;

/** What can be chosen in the forms of this module, in the reader's language. */
@Component
class Choices {

    private final Codes codes;
    private final Organizations organizations;
    private final Projects projects;
    private final MessageSource messages;

    Choices(Codes codes, Organizations organizations, Projects projects, MessageSource messages) {
        this.codes = codes;
        this.organizations = organizations;
        this.projects = projects;
        this.messages = messages;
    }

    DraftChoices all(Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> projectNames = new LinkedHashMap<>();
        projects.listWithin(actor)
                .forEach(p -> projectNames.put(Ids.text(p.id()), p.draft().name()));
        return new DraftChoices(
                organizations(actor),
                projectNames,
                codes.options("category", locale),
                codes.options("service-object", locale),
                codes.options("protection", locale),
                named("activity.risk.", List.of("0", "1", "2", "3"), locale),
                named(
                        "activity.scope.",
                        List.of(
                                RecruitScope.PUBLIC.name(),
                                RecruitScope.TEAMS.name(),
                                RecruitScope.PASS_CODE.name(),
                                RecruitScope.PRIVATE.name()),
                        locale),
                repeats());
    }

    Map<String, String> organizations(Actor actor) {
        Map<String, String> names = new LinkedHashMap<>();
        organizations.listWithin(actor, Permission.ACTIVITY_MANAGE).stream()
                .filter(OrganizationView::active)
                .forEach(o -> names.put(Ids.text(o.id()), o.name()));
        return names;
    }

    Map<String, String> codes(String table) {
        return codes.options(table, LocaleContextHolder.getLocale());
    }

    /** How a shift repeats. */
    Map<String, String> repeats() {
        return named("activity.repeat.", List.of("none", "daily", "weekly"), LocaleContextHolder.getLocale());
    }

    private Map<String, String> named(String prefix, List<String> values, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        values.forEach(v -> names.put(v, messages.getMessage(prefix + v, null, locale)));
        return names;
    }
}
