package org.yiwang.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of an answer: what the reader chose on a page, else what {@code Accept-Language} prefers of Chinese and
 * English, else Chinese. Apps have no cookie and say it with each call. Answers say which language they are in and what
 * they depend on, so that nothing between server and reader hands one reader's answer to another.
 */
final class Language implements HandlerInterceptor {

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final int LONGEST = 200;

    private static final Cache<String, Locale> PREFERENCES =
            Caffeine.newBuilder().maximumSize(1000).build();

    private final LocaleResolver resolver;

    Language(LocaleResolver resolver) {
        this.resolver = resolver;
    }

    static LocaleResolver resolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("yw_lang") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return isApi(request) ? preferred(request.getHeader("Accept-Language")) : super.resolveLocale(request);
            }

            @Override
            public LocaleContext resolveLocaleContext(HttpServletRequest request) {
                return isApi(request)
                        ? new SimpleLocaleContext(resolveLocale(request))
                        : super.resolveLocaleContext(request);
            }
        };
        resolver.setDefaultLocaleFunction(request -> preferred(request.getHeader("Accept-Language")));
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Chinese or English, by the header; Chinese where it is missing, odd, or asks for neither. */
    static Locale preferred(@Nullable String header) {
        return header == null || header.isBlank() || header.length() > LONGEST
                ? Locale.SIMPLIFIED_CHINESE
                : PREFERENCES.get(header, Language::parse);
    }

    private static Locale parse(String header) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return Locale.ENGLISH.equals(found) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException _) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            boolean english = "en".equals(resolver.resolveLocale(request).getLanguage());
            response.setHeader("Content-Language", english ? "en" : "zh-CN");
            if (!response.containsHeader("Vary")) {
                response.setHeader(
                        "Vary",
                        isApi(request) ? "Accept-Language, Authorization" : "Accept-Language, Cookie, HX-Request");
            }
        }
        return true;
    }
}
