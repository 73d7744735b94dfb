package org.yiwang.exchange.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yiwang.exchange.ExchangeProblem;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** For whom a page of one's own is: the person, or a ward named in the address. */
@Component
class Whose {

    private final Volunteers volunteers;

    Whose(Volunteers volunteers) {
        this.volunteers = volunteers;
    }

    /** The person asked for, if the actor may act for them; without a name the actor's own registration. */
    VolunteerView person(Actor actor, @Nullable String of) {
        if (of != null && !of.isEmpty()) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream().findFirst().orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
    }

    /** Whether the actor is not registered, nor anybody in the actor's care. */
    boolean nobody(Actor actor) {
        return volunteers.actingFor(actor).isEmpty();
    }

    /** What every page about one person needs. */
    void show(Actor actor, VolunteerView person, Model model) {
        model.addAttribute("people", volunteers.actingFor(actor));
        model.addAttribute("person", person);
    }
}
