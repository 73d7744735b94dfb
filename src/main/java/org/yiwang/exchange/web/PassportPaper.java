package org.yiwang.exchange.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.Passport;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.web.Assets;
import org.yiwang.web.Page;

/** Writes a passport as a page of its own that needs nothing but a browser: no network, no style sheet, no script. */
@Component
class PassportPaper {

    private final TemplateEngine engine;
    private final MessageSource messages;
    private final Assets assets;
    private final Codes codes;
    private final Regions regions;
    private final Clock clock;

    PassportPaper(
            TemplateEngine engine, MessageSource messages, Assets assets, Codes codes, Regions regions, Clock clock) {
        this.engine = engine;
        this.messages = messages;
        this.assets = assets;
        this.codes = codes;
        this.regions = regions;
        this.clock = clock;
    }

    /** The page in that language. */
    String write(Passport passport, Locale locale) {
        Page page = new Page(messages, locale, false, false, null, "", "", "", false, null, 0, clock, assets);
        StringOutput output = new StringOutput();
        Passport.Basic basic = Objects.requireNonNull(passport.person().basic());
        Map<String, Object> values = Map.of(
                "page", page,
                "passport", passport,
                "sex", codes.label("sex", basic.sex()).in(locale),
                "residence",
                        regions.find(new RegionCode(basic.residence()))
                                .map(RegionView::fullName)
                                .orElse(basic.residence()),
                "skills", names("skill", basic.skills(), locale),
                "categories", names("category", basic.categories(), locale));
        engine.render("exchange/passport-file.jte", values, output);
        return output.toString();
    }

    private String names(String table, List<String> of, Locale locale) {
        return of.stream()
                .map(code -> codes.label(table, code).in(locale))
                .collect(Collectors.joining("en".equals(locale.getLanguage()) ? ", " : "、"));
    }
}
