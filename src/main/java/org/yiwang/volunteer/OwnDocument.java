package org.yiwang.volunteer;

import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/** The identity document of a person, for comparing it with what the person brought along from elsewhere. */
@Component
public class OwnDocument {

    private final Volunteers volunteers;
    private final VolunteerStore store;
    private final Vault vault;

    OwnDocument(Volunteers volunteers, VolunteerStore store, Vault vault) {
        this.volunteers = volunteers;
        this.store = store;
        this.vault = vault;
    }

    /**
     * Asks something about the document of the person or the ward; the number is not to be kept. Refuses with {@code
     * volunteer.not-yours} and {@code volunteer.not-valid}.
     *
     * @param use given the type (code of the table {@code id-type}) and the number
     */
    @Transactional(readOnly = true)
    public <T> T compare(Actor actor, long volunteerId, BiFunction<String, String, T> use) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        if (view.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        VolunteerStore.Details details = store.details(volunteerId);
        return use.apply(details.documentType(), vault.open(details.documentSealed()));
    }
}
