package org.yiwang.region;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.region.RegionStore.Row;

/**
 * The divisions: look-up by code, children, search by name. The nation down to the county and the city down to the grid
 * are read from memory, which every node refreshes within about a second; other cities, if imported, from the database.
 */
@Component
public class Regions {

    private static final int LONGEST_SEARCH = 40;

    private final RegionMemory memory;
    private final RegionStore store;

    Regions(RegionMemory memory, RegionStore store) {
        this.memory = memory;
        this.store = store;
    }

    /** The division of that code; refuses with {@code region.unknown} if there is none. */
    public RegionView get(RegionCode code) {
        return find(code).orElseThrow(() -> new Refusal(RegionProblem.UNKNOWN, code.value()));
    }

    /** The division of a code as people write it, 420100 or 4201; refuses with {@code region.unknown}. */
    public RegionView get(String code) {
        return RegionCode.parse(code).flatMap(this::find).orElseThrow(() -> new Refusal(RegionProblem.UNKNOWN, code));
    }

    /** The division of that code, also one closed. */
    public Optional<RegionView> find(RegionCode code) {
        RegionView held = memory.get().byCode().get(code.value());
        if (held != null) {
            return Optional.of(held);
        }
        if (isHeld(code)) {
            return Optional.empty();
        }
        Map<String, RegionView> above = new HashMap<>(memory.get().byCode());
        RegionView last = null;
        for (Row row : store.find(chain(code))) {
            last = RegionMemory.view(row, above);
            above.put(row.code(), last);
        }
        return Optional.ofNullable(last).filter(r -> r.code().equals(code));
    }

    /** From the province down to the division itself. */
    public List<RegionView> path(RegionCode code) {
        return chain(code).stream().map(c -> get(new RegionCode(c))).toList();
    }

    /** Open ones directly below, in the order of their codes. */
    public List<RegionView> children(RegionCode code) {
        List<RegionView> held = memory.get().children().get(code.value());
        if (held != null || isHeld(code)) {
            return held == null ? List.of() : List.copyOf(held);
        }
        RegionView parent = find(code).orElse(null);
        if (parent == null) {
            return List.of();
        }
        Map<String, RegionView> above = Map.of(code.value(), parent);
        return store.children(code).stream()
                .map(row -> RegionMemory.view(row, above))
                .toList();
    }

    /** The provinces. */
    public List<RegionView> provinces() {
        return List.copyOf(memory.get().children().getOrDefault("", List.of()));
    }

    /**
     * Open divisions within {@code within} (null: anywhere) whose name contains the text, larger ones first. Several
     * words, 江岸 花桥, must all occur in the full name and one of them in the name itself. Full-width letters and digits
     * count as their ordinary forms.
     */
    public List<RegionView> search(String name, @Nullable RegionCode within, int limit) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return List.of();
        }
        String root = within == null ? "" : within.value();
        boolean inMemory =
                !memory.get().more() || within != null && memory.city().contains(within);
        Stream<RegionView> candidates = inMemory
                ? memory.get().open().stream().filter(r -> r.code().value().startsWith(root))
                : stored(words, root, limit);
        return candidates
                .filter(r -> words.stream().anyMatch(r.name()::contains)
                        && words.stream().allMatch(r.fullName()::contains))
                .limit(limit)
                .toList();
    }

    /** The city that this installation serves. */
    public RegionView city() {
        return get(memory.city());
    }

    private Stream<RegionView> stored(List<String> words, String root, int limit) {
        List<RegionView> found = new ArrayList<>();
        for (String word : words) {
            for (Row row : store.search(word, root, words.size() == 1 ? limit : limit * 20)) {
                found.add(get(new RegionCode(row.code())));
            }
        }
        return found.stream().distinct().sorted(RegionMemory.LARGER_FIRST);
    }

    /** Whether memory knows all there is to know about the code. */
    private boolean isHeld(RegionCode code) {
        return !memory.get().more()
                || code.level().compareTo(Level.COUNTY) < 0
                || memory.city().contains(code);
    }

    private static List<String> chain(RegionCode code) {
        List<String> chain = new ArrayList<>();
        for (Optional<RegionCode> at = Optional.of(code);
                at.isPresent();
                at = at.get().parent()) {
            chain.addFirst(at.get().value());
        }
        return chain;
    }

    private static List<String> words(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String cut = normal.length() > LONGEST_SEARCH ? normal.substring(0, LONGEST_SEARCH) : normal;
        return Stream.of(cut.split("\\s+")).filter(w -> !w.isEmpty()).distinct().toList();
    }
}
