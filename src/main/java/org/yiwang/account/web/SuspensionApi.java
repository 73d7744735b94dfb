package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ACCOUNT_SUSPEND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.account.SuspensionView;
import org.yiwang.account.Suspensions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Stopped accounts over JSON. */
@RestController
@RequestMapping("/api/v1/suspensions")
@Tag(name = "register")
class SuspensionApi {

    private final Suspensions suspensions;

    SuspensionApi(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @GetMapping
    @Access(ACCOUNT_SUSPEND)
    @Operation(summary = "Accounts stopped in the caller's reach, the latest first")
    Slice<SuspensionJson> list(@RequestParam(defaultValue = "1") int page, Actor actor) {
        return suspensions.list(actor, page).map(SuspensionJson::of);
    }

    @DeleteMapping("/{account}")
    @Access(ACCOUNT_SUSPEND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let an account in again, with the reason")
    void reinstate(@PathVariable @Tsid long account, @RequestParam(defaultValue = "") String why, Actor actor) {
        suspensions.reinstate(actor, account, why);
    }

    /** A stopped account as sent. */
    record SuspensionJson(String accountId, String name, String region, Instant from, String why) {

        static SuspensionJson of(SuspensionView s) {
            return new SuspensionJson(
                    Ids.text(s.accountId()), s.name(), s.region().value(), s.from(), s.why());
        }
    }
}
