/**
 * Rules as data: code tables with names in both languages, and versioned rules (caps, tolerances, age policy, checklists, holidays) with the date from which each version holds.
 *
 * <p>Tables: {@code rules_code}, {@code rules_version}, {@code rules_holiday}.
 *
 * <p>Events: publishes {@link org.yiwang.rules.RulesChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web", "notification"})
package org.yiwang.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
