package org.yiwang.seal.web;

import static org.yiwang.kernel.Permission.ANYONE;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yiwang.seal.SealedLog;
import org.yiwang.web.Access;

/** The page of the sealed log: what it is for, and its newest heads to compare and keep. */
@Controller
class LogPages {

    private static final int SHOWN = 20;

    private final SealedLog log;

    LogPages(SealedLog log) {
        this.log = log;
    }

    @GetMapping("/log")
    @Access(ANYONE)
    String show(Model model) {
        model.addAttribute("heads", log.headsBefore(Long.MAX_VALUE, SHOWN));
        model.addAttribute("keys", log.keys());
        return "seal/log";
    }
}
