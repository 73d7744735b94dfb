package org.yiwang.door.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.web.Access;
import org.yiwang.web.Assets;
import org.yiwang.web.ElderMode;

/** What belongs to the site as a whole: elder mode, what installs it on a phone, what search engines may read. */
@Controller
class SitePages {

    /** A path of this site, so that nobody can be sent elsewhere by a link to us. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\s{}\\\\]*");

    private final MessageSource messages;
    private final Assets assets;

    SitePages(MessageSource messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
    }

    @GetMapping("/elder")
    @Access(ANYONE)
    String elder(
            @RequestParam(defaultValue = "true") boolean on,
            @RequestParam(defaultValue = "/") String next,
            HttpServletResponse response) {
        ElderMode.turn(response, on);
        return "redirect:" + (OWN_PATH.matcher(next).matches() && !next.startsWith("/elder") ? next : "/");
    }

    @GetMapping("/manifest.webmanifest")
    @Access(ANYONE)
    ResponseEntity<Map<String, Object>> manifest(Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/manifest+json"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(Map.of(
                        "name",
                        messages.getMessage("web.name", null, locale),
                        "short_name",
                        messages.getMessage("web.name", null, locale),
                        "description",
                        messages.getMessage("web.description", null, locale),
                        "lang",
                        "en".equals(locale.getLanguage()) ? "en" : "zh-CN",
                        "start_url",
                        "/me",
                        "scope",
                        "/",
                        "display",
                        "standalone",
                        "background_color",
                        "#ffffff",
                        "theme_color",
                        "#c8322b",
                        "icons",
                        List.of(icon("192", "any"), icon("512", "any"), icon("512", "maskable"))));
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    @Access(ANYONE)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body("""
                User-agent: *
                Disallow: /api/
                Disallow: /me
                Disallow: /desk
                Disallow: /gov
                Disallow: /audit
                Disallow: /c/
                Disallow: /a/
                Disallow: /confirm/
                Disallow: /sign-in
                """);
    }

    private Map<String, String> icon(String size, String purpose) {
        return Map.of(
                "src",
                assets.url("/img/icon-" + size + ".png"),
                "sizes",
                size + "x" + size,
                "type",
                "image/png",
                "purpose",
                purpose);
    }
}
