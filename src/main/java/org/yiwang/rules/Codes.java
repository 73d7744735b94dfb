package org.yiwang.rules;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The code tables (domain §1.6): id-type, sex, political-status, education, employment, skill, category … */
@Component
public class Codes {

    Codes() {}

    /** What may be chosen today, in the table's order. */
    public List<Code> list(String table) {
        throw new IllegalStateException("being built");
    }

    /** A code with its name, in use or not. */
    public Optional<Code> find(String table, String code) {
        throw new IllegalStateException("being built");
    }
}
