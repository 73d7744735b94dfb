package org.yiwang.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The HTTP gateway for text messages.
 *
 * @param url where messages are posted to; without it there is no gateway
 * @param template id of the gateway's template that takes the whole text
 * @param templates ids of the gateway's templates by message key (in brackets: {@code templates[sms.code]})
 * @param signature name that stands before every message, for example 义网
 * @param tokenHeader name of the header that carries the token
 * @param token what the header says
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("yiwang.sms.gateway")
record GatewaySettings(
        @Nullable URI url,
        @DefaultValue("") String template,
        @DefaultValue Map<String, String> templates,
        @DefaultValue("义网") String signature,
        @DefaultValue("Authorization") String tokenHeader,
        @DefaultValue("") String token,
        @DefaultValue("5s") Duration timeout) {}
