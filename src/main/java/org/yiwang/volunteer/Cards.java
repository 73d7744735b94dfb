package org.yiwang.volunteer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView.State;

/** Electronic cards: the one's own, and what a scan of somebody's shows. */
@Component
public class Cards {

    private final Volunteers volunteers;
    private final VolunteerStore store;
    private final CardCodes codes;
    private final PictureStore pictures;
    private final Pictures cleaner;
    private final Consents consents;
    private final AuditTrail audit;
    private final List<CardBadge> badges;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String address;

    Cards(
            Volunteers volunteers,
            VolunteerStore store,
            CardCodes codes,
            PictureStore pictures,
            Pictures cleaner,
            Consents consents,
            AuditTrail audit,
            List<CardBadge> badges,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${yiwang.address:http://localhost:8080}") String address) {
        this.volunteers = volunteers;
        this.store = store;
        this.codes = codes;
        this.pictures = pictures;
        this.cleaner = cleaner;
        this.consents = consents;
        this.audit = audit;
        this.badges = badges;
        this.transaction = transaction;
        this.clock = clock;
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
        Optional<Long> printed = codes.volunteerOfPrinted(code);
        VolunteerView view = store.find(printed.orElseGet(() -> codes.volunteerOfLong(code)))
                .orElseThrow(() -> new Refusal(VolunteerProblem.CARD_FORGED));
        byte[] portrait = printed.isEmpty() && view.state() == State.VALID
                ? pictures.portrait(view.id()).orElse(null)
                : null;
        return new CardView.Scanned(view.maskedName(), view.number(), view.state(), printed.isPresent(), portrait);
    }

    /** The card to print; refuses with {@code volunteer.not-valid} where the registration does not count. */
    @Transactional(readOnly = true)
    public CardView.Printed print(Actor actor, long volunteerId) {
        VolunteerView view = valid(actor, volunteerId);
        return new CardView.Printed(
                view,
                address + "/c/" + codes.printed(volunteerId),
                pictures.portrait(volunteerId).orElse(null));
    }

    /** What modules above put on a person's card; for callers that have the card. */
    public List<CardBadge.Badge> badges(long volunteerId) {
        return badges.stream().flatMap(each -> each.of(volunteerId).stream()).toList();
    }

    /** The photo on a card for whose owner the actor may act, as JPEG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> portrait(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return pictures.portrait(volunteerId);
    }

    /**
     * Puts a photo on the card, with a consent of its own (PIPL art. 29); for a ward the guardian does. Refuses with
     * {@code volunteer.consent-portrait} and {@code volunteer.picture-…}. The file is taken apart outside of any
     * transaction.
     */
    public void setPortrait(Actor actor, long volunteerId, byte[] file, boolean consent) {
        valid(actor, volunteerId);
        if (!consent) {
            throw new Refusal(VolunteerProblem.CONSENT_PORTRAIT).at("consent");
        }
        byte[] clean = cleaner.clean(actor.accountId(), file, cleaner.rule().portraitSide());
        transaction.executeWithoutResult(status -> {
            consents.accept(actor.accountId(), Consents.PORTRAIT);
            pictures.putPortrait(volunteerId, clean, actor.accountId(), clock.instant());
            audit.write(actor, "volunteer.portrait", "volunteer:" + Ids.text(volunteerId), null);
        });
    }

    /** Takes the photo off the card: deleted at once. */
    @Transactional
    public void removePortrait(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        pictures.deletePortrait(volunteerId);
        audit.write(actor, "volunteer.portrait-removed", "volunteer:" + Ids.text(volunteerId), null);
    }

    private VolunteerView valid(Actor actor, long volunteerId) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        if (view.state() != State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        return view;
    }
}
