package org.yiwang.door.web;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts the front page together. */
@Component
class FrontPage {

    private final String hotline;

    FrontPage(@Value("${yiwang.hotline:}") String hotline) {
        this.hotline = hotline;
    }

    Front show() {
        return new Front(List.of(), Map.of(), List.of(), hotline);
    }
}
