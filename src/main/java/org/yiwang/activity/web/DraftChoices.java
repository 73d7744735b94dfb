package org.yiwang.activity.web;

import java.util.Map;

/**
 * Value to name for each field of the form of an activity, in the reader's language.
 *
 * @param organizations those for which the person may write
 * @param projects their projects
 * @param categories service categories
 * @param objects whom a service is for
 * @param protections what volunteers get
 * @param risks risk levels
 * @param scopes who may sign up
 * @param repeats how a shift repeats
 */
public record DraftChoices(
        Map<String, String> organizations,
        Map<String, String> projects,
        Map<String, String> categories,
        Map<String, String> objects,
        Map<String, String> protections,
        Map<String, String> risks,
        Map<String, String> scopes,
        Map<String, String> repeats) {}
