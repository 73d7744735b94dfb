package org.yiwang.trust;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.rules.Rules;

/** What everybody may read about spot checks: how they were drawn and what came out, without anybody's name. */
@Component
public class PublishedSamples {

    static final int PAGE = 30;

    private final SpotCheckStore store;
    private final Rules rules;

    PublishedSamples(SpotCheckStore store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** All samples, the latest month first. */
    public Slice<SampleView> list(int page) {
        int from = (Math.max(1, page) - 1) * PAGE;
        return Slice.cut(store.all(PAGE + 1, from), Math.max(1, page), PAGE);
    }

    /** One sample with what came out by organization; refuses with {@code trust.sample-unknown}. */
    @Transactional(readOnly = true)
    public Summary get(long sampleId) {
        SampleView sample = store.find(sampleId).orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
        int from = rules.current(SampleRule.KEY, SampleRule.class).value().publishFrom();
        List<SampleView.OfOrganization> all = store.byOrganization(sampleId);
        return new Summary(
                sample, all.stream().filter(o -> o.tally().reached() >= from).toList(), from);
    }

    /**
     * What is published of a sample.
     *
     * @param sample the sample
     * @param organizations those of which enough people were reached
     * @param from how many that are
     */
    public record Summary(SampleView sample, List<SampleView.OfOrganization> organizations, int from) {}

    /** The list that a sample was drawn from: ids only. Refuses with {@code trust.sample-unknown}. */
    public String population(long sampleId) {
        return store.population(sampleId)
                .map(Population::unpack)
                .orElseThrow(() -> new Refusal(TrustProblem.SAMPLE_UNKNOWN));
    }
}
