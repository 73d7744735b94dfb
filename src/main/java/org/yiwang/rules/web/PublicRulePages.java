package org.yiwang.rules.web;

import static org.yiwang.kernel.Permission.ANYONE;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.rules.PublicRules;
import org.yiwang.web.Access;

/** What a version of a rule says, for anybody who is told that something was decided by it. */
@Controller
class PublicRulePages {

    private final PublicRules rules;

    PublicRulePages(PublicRules rules) {
        this.rules = rules;
    }

    @GetMapping("/rules/{key:[a-z][a-z0-9.-]*}/{version:[0-9]+}")
    @Access(ANYONE)
    String rule(@PathVariable String key, @PathVariable int version, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("rule", rules.get(key, version));
        return "rules/public";
    }
}
