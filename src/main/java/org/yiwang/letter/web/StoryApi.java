package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.letter.Stories;
import org.yiwang.letter.Story;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Assets;
import org.yiwang.web.Page;

/** Story cards over the API, for the person or a minor's guardian. */
@RestController
@RequestMapping("/api/v1/volunteers/{volunteer}/stories")
@Tag(name = "letters", description = "Year letters, each sentence with what it rests on; words of thanks")
class StoryApi {

    private final Stories stories;
    private final Codes codes;
    private final MessageSource messages;
    private final Assets assets;
    private final Clock clock;

    StoryApi(Stories stories, Codes codes, MessageSource messages, Assets assets, Clock clock) {
        this.stories = stories;
        this.codes = codes;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
    }

    @GetMapping("/{record}")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "The story card of a service that counts, in the language asked for; the name masked unless asked for")
    StoryJson story(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestParam(defaultValue = "false") boolean named,
            Locale locale) {
        Story story = stories.of(actor, volunteer, record, named);
        Page reader = new Page(messages, locale, false, false, actor, "/", "", "", false, null, 0, clock, assets);
        Wording wording = new Wording(reader, story, codes);
        return new StoryJson(
                Ids.text(story.recordId()),
                story.title(),
                story.day(),
                story.name(),
                story.writtenOn(),
                story.sentences().stream()
                        .map(s -> LetterApi.SentenceJson.of(s, wording))
                        .toList());
    }

    /** A card; the name of a minor is always masked. */
    record StoryJson(
            String recordId,
            String title,
            LocalDate day,
            String name,
            LocalDate writtenOn,
            List<LetterApi.SentenceJson> sentences) {}
}
