package org.yiwang.volunteer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/**
 * Finds who is registered with a document, by its keyed digest. Whoever asks has checked that the caller may: it answers
 * to nobody who has not proved at least a mobile number, and its callers limit how often.
 */
@Component
public class DocumentLookUp {

    private final VolunteerStore store;
    private final Vault vault;

    DocumentLookUp(VolunteerStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** The registration, valid or not, that has the document; a declined one has none. */
    public Optional<VolunteerView> find(String documentType, String typedNumber) {
        return store.findByDocument(digest(documentType, typedNumber));
    }

    /** What all ways to write the same document have in common; empty for what cannot be a number. */
    public Optional<String> claim(String documentType, String typedNumber) {
        String claim = IdentityDocument.claim(documentType, typedNumber);
        String number = claim.substring(claim.lastIndexOf('\n') + 1);
        return number.matches("[\\p{IsHan}A-Z0-9]{4,30}") ? Optional.of(claim) : Optional.empty();
    }

    /** By which the document is found without being known. */
    public byte[] digest(String documentType, String typedNumber) {
        return vault.digest(IdentityDocument.claim(documentType, typedNumber));
    }
}
