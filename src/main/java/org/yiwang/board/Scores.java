package org.yiwang.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.TimeKind;

/** What a person's records come to, on every board that counts any of them. */
final class Scores {

    private Scores() {}

    /** Credit minutes by board; boards without any are left out. */
    static Map<BoardKey, Integer> of(List<Effective> records) {
        Map<BoardKey, Integer> scores = new HashMap<>();
        for (Effective record : records) {
            if (record.kind() == TimeKind.CREDIT && record.minutes() > 0) {
                for (Facet facet : Facet.of(record)) {
                    for (Span span : Span.values()) {
                        scores.merge(BoardKey.on(span, record.day(), facet), record.minutes(), Integer::sum);
                    }
                }
            }
        }
        return scores;
    }
}
