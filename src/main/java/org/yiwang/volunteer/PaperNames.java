package org.yiwang.volunteer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;

/**
 * Finds many people at once by the numbers that stand on paper. Says nothing about whether the name beside the number
 * agrees: the caller compares before it uses or shows anything.
 */
@Component
public class PaperNames {

    private final VolunteerStore store;
    private final Vault vault;
    private final Codes codes;

    PaperNames(VolunteerStore store, Vault vault, Codes codes) {
        this.store = store;
        this.vault = vault;
        this.codes = codes;
    }

    /** Volunteers by unified number, as typed; numbers that nobody has are left out. Two queries. */
    @Transactional(readOnly = true)
    public Map<String, VolunteerView> byNumbers(Collection<String> typed) {
        Map<String, String> tidied = new LinkedHashMap<>();
        for (String one : typed) {
            String tidy = one.strip().toUpperCase(Locale.ROOT);
            if (UnifiedNumber.isValid(tidy)) {
                tidied.put(one, tidy);
            }
        }
        return found(tidied.isEmpty() ? Map.of() : store.idsByNumbers(tidied.values()), tidied);
    }

    /** Volunteers by the number of their identity document, of whatever type; numbers that nobody has are left out. */
    @Transactional(readOnly = true)
    public Map<String, VolunteerView> byDocuments(Collection<String> typed) {
        List<String> types = codes.list("id-type").stream().map(Code::code).toList();
        Map<String, String> asked = new HashMap<>();
        Map<String, byte[]> digests = new LinkedHashMap<>();
        for (String one : typed) {
            for (String type : one.strip().length() == 18 ? List.of(IdentityDocument.MAINLAND) : types) {
                byte[] digest = vault.digest(IdentityDocument.claim(type, one));
                digests.put(HexFormat.of().formatHex(digest), digest);
                asked.put(HexFormat.of().formatHex(digest), one);
            }
        }
        Map<String, VolunteerView> people = new HashMap<>();
        if (!digests.isEmpty()) {
            Map<String, Long> ids = store.idsByDocuments(digests.values());
            Map<Long, VolunteerView> views = new HashMap<>();
            store.findAll(List.copyOf(ids.values())).forEach(v -> views.put(v.id(), v));
            ids.forEach((digest, id) -> {
                VolunteerView view = views.get(id);
                String one = asked.get(digest);
                if (view != null && one != null) {
                    people.put(one, view);
                }
            });
        }
        return people;
    }

    private Map<String, VolunteerView> found(Map<String, Long> ids, Map<String, String> tidied) {
        Map<Long, VolunteerView> views = new HashMap<>();
        if (!ids.isEmpty()) {
            store.findAll(List.copyOf(ids.values())).forEach(v -> views.put(v.id(), v));
        }
        Map<String, VolunteerView> people = new HashMap<>();
        tidied.forEach((one, tidy) -> {
            Long id = ids.get(tidy);
            VolunteerView view = id == null ? null : views.get(id);
            if (view != null) {
                people.put(one, view);
            }
        });
        return people;
    }
}
