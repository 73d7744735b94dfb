package org.yiwang.record;

import org.springframework.stereotype.Component;

/** Service records: my hours, their totals and what explains them. */
@Component
public class Records {

    Records() {}
}
