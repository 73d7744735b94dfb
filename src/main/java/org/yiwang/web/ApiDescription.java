package org.yiwang.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the page of the API says of itself: its name, how to get a token, how to repeat a command, how it refuses. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String WORDS = """
            The volunteer service of a city: one registration, one card, one record of hours.

            **Token**: `POST /api/v1/session` with `mobile` and `password` (or `code`, which `POST /api/v1/session/code` sends) \
            answers with a token; press *Authorize* and paste it. `docs/api-tour.sh` lives the whole journey with curl.

            **Repeating**: commands that a phone may send twice take an `Idempotency-Key` header; the answer is the first one's.

            **Refusals** are RFC 9457 problems with a `code`, in the language of `Accept-Language` (zh, en). \
            Ids are texts of 13 characters, moments ISO 8601 in UTC, durations minutes.
            """;

    @Bean
    OpenAPI openApi(@Value("${spring.application.version:0.1.0}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Yiwang API")
                        .version(version)
                        .description(WORDS)
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
