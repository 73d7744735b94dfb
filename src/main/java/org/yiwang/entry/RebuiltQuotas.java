package org.yiwang.entry;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Projection;

/** What organizations used of their quota of entry by hand, from every use and what was given back. */
@Component
class RebuiltQuotas implements Projection {

    private final Quotas quotas;

    RebuiltQuotas(Quotas quotas) {
        this.quotas = quotas;
    }

    @Override
    public String word() {
        return "quotas";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        said.accept(quotas.rebuild() + " weeks mended.");
    }
}
