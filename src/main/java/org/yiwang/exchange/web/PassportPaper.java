package org.yiwang.exchange.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.Passport;
import org.yiwang.web.Assets;
import org.yiwang.web.Page;

/** Writes a passport as a page of its own that needs nothing but a browser: no network, no style sheet, no script. */
@Component
class PassportPaper {

    private final TemplateEngine engine;
    private final MessageSource messages;
    private final Assets assets;
    private final Clock clock;

    PassportPaper(TemplateEngine engine, MessageSource messages, Assets assets, Clock clock) {
        this.engine = engine;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
    }

    /** The page in that language. */
    String write(Passport passport, Locale locale) {
        Page page = new Page(messages, locale, false, false, null, "", "", "", false, null, 0, clock, assets);
        StringOutput output = new StringOutput();
        engine.render("exchange/passport-file.jte", Map.of("page", page, "passport", passport), output);
        return output.toString();
    }
}
