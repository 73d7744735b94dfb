package org.yiwang.account;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.util.unit.DataSize;
import org.yiwang.platform.Vault;
import org.yiwang.web.BodyLimit;

/**
 * Two short filter chains. Who may call what is decided by {@code @Access}; these find out who calls, set headers and,
 * for pages, ask for the CSRF token.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob: %s; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:;"
            + " worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    /** The keys: given outright, in a file, or (demo, or the embedded database) made at the first start. */
    @Bean
    Vault vault(
            @Value("${yiwang.keys:}") String keys,
            @Value("${yiwang.key-file:${yiwang.data:./data}/keys}") Path file,
            @Value("${yiwang.demo:false}") boolean demo,
            @Value("${yiwang.embedded:false}") boolean embedded) {
        return Keys.vault(keys, file, demo || embedded);
    }

    /** The API: bearer token or nobody; no cookie, no CSRF, nothing that costs. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(Sessions sessions, BodyLimit bodies) {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                new SessionFilter(sessions, bodies, "", Long.MAX_VALUE));
    }

    /**
     * Pages: session cookie, headers, CSRF. The CSRF token is a cookie of its own, unrelated to the session, so that a
     * form opened before signing in or out still works after; the form's copy is masked anew each time.
     */
    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            Sessions sessions,
            @Value("${yiwang.image-sources:}") String imageSources,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostUpload) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("yw_csrf");
        tokens.setParameterName("_csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        CsrfFilter csrf = new CsrfFilter(tokens);
        csrf.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
        csrf.setAccessDeniedHandler((request, response, refused) ->
                request.getRequestDispatcher("/form-expired").forward(request, response));
        String policy = String.format(java.util.Locale.ROOT, CONTENT_POLICY, imageSources)
                .replaceAll(" +", " ")
                .replace(" ;", ";");
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, new SessionFilter(sessions, null, policy, mostUpload.toBytes()), csrf);
    }

    /**
     * The firewall against doubtful paths and methods. Names and values of headers are not checked a second time: the
     * server has refused control characters in them already.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        return firewall;
    }

    /** No span per filter: the chain is passed ten thousand times a second. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
