package org.yiwang.web;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of style sheets, scripts and pictures with the digest of their content in the name, so that browsers may
 * keep them for a year and still see a change at once.
 */
@Component
public class Assets {

    private final ObjectProvider<ResourceUrlProvider> urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ObjectProvider<ResourceUrlProvider> urls) {
        this.urls = urls;
    }

    /** The lasting address of a file under {@code static/} or of a WebJar, {@code /css/yiwang.css}. */
    public String url(String path) {
        return known.computeIfAbsent(
                path, p -> Objects.requireNonNullElse(urls.getObject().getForLookupPath(p), p));
    }
}
