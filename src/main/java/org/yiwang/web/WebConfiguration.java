package org.yiwang.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.view.AbstractCachingViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** The one clock; its zone is the city's. A demo installation and the tests bring their own. */
    @Bean
    @Fallback
    Clock clock(@Value("${yiwang.zone:Asia/Shanghai}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    TemplateEngine templateEngine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver jteViews(TemplateEngine engine, Pages pages) {
        var resolver = new OrderedViewResolver() {
            @Override
            protected View loadView(String name, Locale locale) {
                if (name.startsWith("redirect:")) {
                    RedirectView redirect = new RedirectView(name.substring("redirect:".length()), true);
                    redirect.setStatusCode(HttpStatus.SEE_OTHER);
                    redirect.setExposeModelAttributes(false);
                    return redirect;
                }
                JteView view = new JteView(engine, pages, name);
                view.setApplicationContext(obtainApplicationContext());
                return view;
            }

            @Override
            protected Object getCacheKey(String name, Locale locale) {
                return name;
            }
        };
        resolver.setCacheLimit(2000);
        resolver.setCacheFilter((view, name, locale) -> !name.startsWith("redirect:"));
        return resolver;
    }

    /** AbstractCachingViewResolver leaves the order to its users; ours comes first. */
    private abstract static class OrderedViewResolver extends AbstractCachingViewResolver implements Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    /** All bundles under {@code messages/}: one or more per module, Chinese without a suffix, English with {@code _en}. */
    @Bean
    MessageSource messageSource() throws java.io.IOException {
        Set<String> names = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(r -> String.valueOf(r.getFilename()))
                .map(n -> "messages/" + n.replaceFirst("(_en)?\\.properties$", ""))
                .collect(Collectors.toSet());
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(names.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** What the reader chose, else what the browser or app prefers, else Chinese. */
    @Bean
    LocaleResolver localeResolver() {
        return Language.resolver();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new Language(localeResolver()));
        registry.addInterceptor(new AccessInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new FormArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new AnnotationFormatterFactory<Tsid>() {
            @Override
            public Set<Class<?>> getFieldTypes() {
                return Set.of(long.class, Long.class);
            }

            @Override
            public Printer<?> getPrinter(Tsid annotation, Class<?> type) {
                return (Printer<Long>) (id, locale) -> Ids.text(id);
            }

            @Override
            public Parser<?> getParser(Tsid annotation, Class<?> type) {
                return (Parser<Long>) (text, locale) ->
                        Ids.parse(text).orElseThrow(() -> new java.text.ParseException("not an id", 0));
            }
        });
    }
}
