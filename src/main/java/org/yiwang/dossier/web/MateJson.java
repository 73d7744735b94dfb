package org.yiwang.dossier.web;

import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.Evaluation;
import org.yiwang.dossier.Mate;
import org.yiwang.kernel.Ids;

/** One of a crew as sent. */
record MateJson(
        String volunteerId,
        String name,
        String number,
        @Nullable String evaluationId,
        @Nullable String quality,
        @Nullable String words,
        boolean open) {

    static MateJson of(Mate mate) {
        Evaluation said = mate.said();
        return new MateJson(
                Ids.text(mate.volunteerId()),
                mate.name(),
                mate.number(),
                said == null ? null : Ids.text(said.mark().entryId()),
                said == null ? null : said.quality(),
                said == null ? null : said.words(),
                mate.open());
    }
}
