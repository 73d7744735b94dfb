package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.record.NoticeBoard;
import org.yiwang.record.NoticeLine;
import org.yiwang.record.NoticeQuery;
import org.yiwang.record.Origin;
import org.yiwang.record.TimeKind;
import org.yiwang.web.Access;

/** The public notice of records over the API. */
@RestController
@Tag(name = "records")
class NoticeApi {

    private final NoticeBoard board;

    NoticeApi(NoticeBoard board) {
        this.board = board;
    }

    @GetMapping("/api/v1/notice")
    @Access(ANYONE)
    @Operation(summary = "Records on public notice, masked, the latest first")
    Slice<Line> list(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String activity,
            @RequestParam(defaultValue = "1") int page) {
        NoticeQuery query = new NoticeQuery(
                region == null ? null : RegionCode.parse(region).orElse(null),
                organization == null ? null : Ids.parse(organization).orElse(null),
                activity == null ? null : Ids.parse(activity).orElse(null));
        return board.list(query, page).map(Line::of);
    }

    /** A record on notice as sent; {@code who} is the surname and a star, or absent. */
    record Line(
            String recordId,
            @Nullable String who,
            String activityId,
            String title,
            String organizationId,
            String organization,
            String region,
            LocalDate serviceDate,
            int serviceMinutes,
            TimeKind kind,
            Origin origin,
            Instant countsOn) {

        static Line of(NoticeLine l) {
            return new Line(
                    Ids.text(l.recordId()),
                    l.who(),
                    Ids.text(l.activityId()),
                    l.title(),
                    Ids.text(l.organizationId()),
                    l.organizationName(),
                    l.regionCode(),
                    l.serviceDate(),
                    l.serviceMinutes(),
                    l.kind(),
                    l.origin(),
                    l.countsOn());
        }
    }
}
