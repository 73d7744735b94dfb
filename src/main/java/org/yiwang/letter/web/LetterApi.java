package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.letter.Letter;
import org.yiwang.letter.LetterPost;
import org.yiwang.letter.Letters;
import org.yiwang.letter.OwnWords;
import org.yiwang.letter.Sentence;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Assets;
import org.yiwang.web.Page;

/** Year letters and the thanks received, over the API, for the person or a minor's guardian. */
@RestController
@RequestMapping("/api/v1/volunteers/{volunteer}")
@Tag(name = "letters", description = "Year letters, each sentence with what it rests on; words of thanks")
class LetterApi {

    private final Letters letters;
    private final LetterPost post;
    private final OwnWords words;
    private final Codes codes;
    private final MessageSource messages;
    private final Assets assets;
    private final Clock clock;

    LetterApi(
            Letters letters,
            LetterPost post,
            OwnWords words,
            Codes codes,
            MessageSource messages,
            Assets assets,
            Clock clock) {
        this.letters = letters;
        this.post = post;
        this.words = words;
        this.codes = codes;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
    }

    @GetMapping("/letters")
    @Access(SIGNED_IN)
    @Operation(summary = "Of which years there are letters, the latest first, and whether the person is told of them")
    LettersJson years(Actor actor, @PathVariable @Tsid long volunteer) {
        return new LettersJson(letters.years(actor, volunteer), post.isWanted(actor, volunteer));
    }

    @PutMapping("/letters")
    @Access(SIGNED_IN)
    @Operation(summary = "Set whether the person is told when a letter is ready")
    LettersJson want(Actor actor, @PathVariable @Tsid long volunteer, @RequestBody Wish body) {
        post.want(actor, volunteer, body.told());
        return years(actor, volunteer);
    }

    @GetMapping("/letters/{year}")
    @Access(SIGNED_IN)
    @Operation(summary = "A year letter made of the records as they are now, in the language asked for")
    LetterJson letter(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable int year, Locale locale) {
        Letter letter = letters.of(actor, volunteer, year);
        Page reader = new Page(messages, locale, false, false, actor, "/", "", "", false, null, 0, clock, assets);
        Wording wording = new Wording(reader, letter, codes);
        return new LetterJson(
                letter.year(),
                letter.soFar(),
                letter.writtenOn(),
                letter.sentences().stream()
                        .map(s -> SentenceJson.of(s, wording))
                        .toList());
    }

    @GetMapping("/thanks")
    @Access(SIGNED_IN)
    @Operation(summary = "Words of thanks for activities in which the person served, the latest first")
    List<WordJson> thanks(Actor actor, @PathVariable @Tsid long volunteer) {
        return words.of(actor, volunteer).stream().map(WordJson::of).toList();
    }

    /**
     * Letters there are.
     *
     * @param years of which years
     * @param told whether the person is told when one is ready
     */
    record LettersJson(List<Integer> years, boolean told) {}

    /** Whether the person is to be told. */
    record Wish(boolean told) {}

    /** A letter. */
    record LetterJson(int year, boolean soFar, LocalDate writtenOn, List<SentenceJson> sentences) {}

    /** A sentence with the addresses of what it rests on. */
    record SentenceJson(String key, String text, List<String> because, List<PartJson> parts) {

        static SentenceJson of(Sentence sentence, Wording wording) {
            return new SentenceJson(
                    sentence.key(),
                    wording.text(sentence),
                    sentence.sources().stream().map(wording::link).toList(),
                    sentence.parts().stream()
                            .map(p -> new PartJson(p.key(), wording.text(p), wording.link(p.source())))
                            .toList());
        }
    }

    /** One of several things that a sentence lists. */
    record PartJson(String key, String text, String because) {}

    /** A word of thanks as those who served read it. */
    record WordJson(
            String id,
            String words,
            @Nullable String name,
            String origin,
            Instant at,
            String activity,
            LocalDate day,
            String recordId) {

        static WordJson of(OwnWords.Received r) {
            return new WordJson(
                    Ids.text(r.word().wordId()),
                    Objects.requireNonNull(r.word().words()),
                    r.word().firstName(),
                    r.word().origin().name(),
                    r.word().writtenAt(),
                    r.title(),
                    r.day(),
                    Ids.text(r.recordId()));
        }
    }
}
