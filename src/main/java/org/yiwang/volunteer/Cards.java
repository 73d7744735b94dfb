package org.yiwang.volunteer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;

/** Electronic cards: the one's own, and what a scan of somebody's shows. */
@Component
public class Cards {

    private final Volunteers volunteers;
    private final VolunteerStore store;
    private final CardCodes codes;
    private final String address;

    Cards(
            Volunteers volunteers,
            VolunteerStore store,
            CardCodes codes,
            @Value("${yiwang.address:http://localhost:8080}") String address) {
        this.volunteers = volunteers;
        this.store = store;
        this.codes = codes;
        this.address = address;
    }

    /** The card of a volunteer for whom the actor may act; refuses with {@code volunteer.not-yours}. */
    @Transactional
    public CardView get(Actor actor, long volunteerId) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        String code = codes.now(volunteerId);
        return new CardView(view, code, address + "/c/" + code, codes.shortCode(volunteerId), codes.changesAt());
    }

    /**
     * What the page behind a card's QR shows. Short codes are not answered here: they could be tried out. Refuses with
     * {@code volunteer.card-forged} or {@code volunteer.card-expired}.
     */
    @Transactional(readOnly = true)
    public CardView.Scanned look(String code) {
        VolunteerView view = store.find(codes.volunteerOfLong(code))
                .orElseThrow(() -> new org.yiwang.kernel.Refusal(VolunteerProblem.CARD_FORGED));
        return new CardView.Scanned(view.maskedName(), view.number(), view.state());
    }
}
