package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.DOSSIER_RECORD;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.dossier.DossierDesk;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Voices;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What waits about dossiers: services to speak about, entries to decide, crews to evaluate. */
@Configuration(proxyBeanMethods = false)
class DossierQueues {

    @Bean
    Queue servicesToSpeakAbout(Voices voices) {
        return Queue.of(
                Door.MINE,
                SIGNED_IN,
                "message",
                "door.todo.how-was-it",
                "/me/dossier",
                actor -> voices.asked(actor).size());
    }

    @Bean
    Queue crewsToEvaluate(Evaluations evaluations) {
        return Queue.of(
                Door.DESK,
                DOSSIER_RECORD,
                "star",
                "door.desk.evaluate",
                "/desk/dossier",
                actor -> evaluations.duties(actor).size());
    }

    @Bean
    Queue dossiersOfTeams(DossierDesk desk) {
        return Queue.of(
                Door.DESK, DOSSIER_RECORD, "clipboard-list", "door.desk.dossier", "/desk/dossier", desk::countWaiting);
    }

    @Bean
    Queue dossiersOfOffices(DossierDesk desk) {
        return Queue.of(
                Door.OFFICE,
                DOSSIER_RECORD,
                "clipboard-list",
                "door.gov.queue.dossier",
                "/gov/dossier",
                desk::countWaiting);
    }
}
