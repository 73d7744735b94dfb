package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;
import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.letter.KindWord;
import org.yiwang.letter.WordBox;
import org.yiwang.letter.WordDesk;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Words of thanks over the API: left under a code without an account, looked at by the team. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "letters")
class WordApi {

    private final WordBox box;
    private final WordDesk desk;
    private final Idempotency idempotency;

    WordApi(WordBox box, WordDesk desk, Idempotency idempotency) {
        this.box = box;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @PostMapping("/thanks/{code}/words")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Leave a word of thanks under the code that those served were given; answers the receipt")
    ReceiptJson leave(
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody WordBody body,
            HttpServletRequest request) {
        String form = Objects.requireNonNullElseGet(key, () -> Ids.text(Ids.next()));
        return new ReceiptJson(box.leave(code, body.draft(), form, request.getRemoteAddr()));
    }

    @PostMapping("/thanks/receipts")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back what was left under a receipt; the words are deleted")
    void takeBack(@RequestBody Back body, HttpServletRequest request) {
        box.takeBack(Objects.requireNonNullElse(body.receipt(), ""), request.getRemoteAddr());
    }

    @GetMapping("/activities/{activity}/words")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Words of thanks about an activity, for its organizers, the latest first")
    List<WordJson> of(Actor actor, @PathVariable @Tsid long activity) {
        return desk.of(actor, activity).stream().map(WordJson::of).toList();
    }

    @PostMapping("/activities/{activity}/words")
    @Access(ACTIVITY_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note what somebody said by phone or in person; a second person has the look")
    IdJson note(
            Actor actor,
            @PathVariable @Tsid long activity,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody WordBody body) {
        return idempotency.once(
                actor,
                key,
                "letter.word " + Ids.text(activity),
                IdJson.class,
                () -> new IdJson(Ids.text(desk.note(actor, activity, body.draft()))));
    }

    @PostMapping("/activities/{activity}/words/{word}/decision")
    @Access(ACTIVITY_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pass a word of thanks on to those who served, or with a reason do not")
    void decide(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long word,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Decision body) {
        KindWord.Reason reason = body.reason();
        idempotency.once(actor, key, "letter.decide " + Ids.text(word), () -> {
            if (reason == null) {
                desk.deliver(actor, activity, word);
            } else {
                desk.refuse(actor, activity, word, reason);
            }
        });
    }

    @DeleteMapping("/activities/{activity}/words/{word}")
    @Access(ACTIVITY_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back what was told by phone, when who said it asks for that")
    void takeBack(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long word) {
        desk.takeBack(actor, activity, word);
    }

    /** A receipt. */
    record ReceiptJson(String receipt) {}

    /** What is taken back. */
    record Back(@Nullable String receipt) {}

    /** A new id. */
    record IdJson(String id) {}

    /**
     * What is decided.
     *
     * @param reason why it is not passed on; none to pass it on
     */
    record Decision(KindWord.@Nullable Reason reason) {}

    /**
     * What somebody says.
     *
     * @param words up to 200 characters
     * @param name how to call the person
     * @param showName whether those who served may read the name
     * @param mayHang whether the team may print it for its wall
     */
    record WordBody(@Nullable String words, @Nullable String name, boolean showName, boolean mayHang) {

        KindWord.Draft draft() {
            return new KindWord.Draft(Objects.requireNonNullElse(words, ""), name, showName, mayHang);
        }
    }

    /** A word of thanks as the team sees it. */
    record WordJson(
            String id,
            @Nullable String words,
            @Nullable String name,
            boolean mayHang,
            String origin,
            String state,
            KindWord.@Nullable Reason reason,
            Instant at) {

        static WordJson of(KindWord w) {
            return new WordJson(
                    Ids.text(w.wordId()),
                    w.words(),
                    w.firstName(),
                    w.mayHang(),
                    w.origin().name(),
                    w.state().name(),
                    w.reason(),
                    w.writtenAt());
        }
    }
}
