package org.yiwang.organization.web;

import java.util.Map;

/**
 * Code tables of the application form, code to name in the reader's language.
 *
 * @param teamTypes legal standing
 * @param legalForms legal forms of registered organizations
 * @param unitKinds kinds of unit
 * @param kinds kinds of team
 * @param categories service categories
 */
public record OrganizationChoices(
        Map<String, String> teamTypes,
        Map<String, String> legalForms,
        Map<String, String> unitKinds,
        Map<String, String> kinds,
        Map<String, String> categories) {}
