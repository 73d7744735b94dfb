/**
 * Paper and tables: printable sheets with a code per line, and import of records from .xlsx and .csv files in the
 * background.
 *
 * <p>Tables: {@code paper_*}. The counts of {@code paper_import} are state of its own: they move in the transaction of their
 * batch and outlive the lines, which are deleted after a while.
 *
 * <p>Events: none.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "web",
            "notification",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer",
            "activity",
            "signup",
            "attendance",
            "record",
            "trust",
            "entry"
        })
package org.yiwang.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
