package org.yiwang.region;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.AfterCommit;
import org.yiwang.platform.Refreshed;
import org.yiwang.region.RegionStore.Row;

/**
 * The nation down to the county and the configured city down to the grid in memory: some thousand rows that every page
 * asks for. The other 600,000 communities, if they were imported, stay in the database.
 */
@Component
class RegionMemory implements SmartInitializingSingleton {

    /** Levels that exist in the code only and that nobody writes in an address. */
    private static final Set<String> UNSPOKEN = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private final RegionCode city;
    private final Refreshed<Held> held;

    RegionMemory(RegionStore store, RegionImport divisions, @Value("${yiwang.city:420100}") String city) {
        this.city = RegionCode.parse(city)
                .orElseThrow(() -> new IllegalStateException("yiwang.city is not a region code: " + city));
        this.held = new Refreshed<>("region-refresh", store::revision, () -> read(store, this.city));
        divisions.city(this.city);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!held.get().byCode.containsKey(city.value())) {
            throw new IllegalStateException("yiwang.city names no division of 2023: " + city);
        }
    }

    RegionCode city() {
        return city;
    }

    Held get() {
        return held.get();
    }

    /** To be called by a command: what it writes is read again once it is committed. */
    void changed() {
        AfterCommit.run(held::refresh);
    }

    @PreDestroy
    void close() {
        held.close();
    }

    private static Held read(RegionStore store, RegionCode city) {
        Map<String, RegionView> byCode = new HashMap<>();
        Map<String, List<RegionView>> children = new HashMap<>();
        List<RegionView> open = new ArrayList<>();
        for (Row row : store.nationAnd(city)) {
            RegionView view = view(row, byCode);
            byCode.put(row.code(), view);
            if (row.open()) {
                open.add(view);
                String parent = view.code().parent().map(RegionCode::value).orElse("");
                children.computeIfAbsent(parent, c -> new ArrayList<>()).add(view);
            }
        }
        open.sort(LARGER_FIRST);
        return new Held(byCode, children, open, store.hasMoreThan(city));
    }

    /** A row with its full name; its parent must be among {@code above}. */
    static RegionView view(Row row, Map<String, RegionView> above) {
        RegionCode code = new RegionCode(row.code());
        String full = row.name();
        RegionView parent = code.parent().map(RegionCode::value).map(above::get).orElse(null);
        if (parent != null) {
            if (code.level() == RegionCode.Level.CITY && UNSPOKEN.contains(row.name())
                    || parent.name().equals(row.name()) && code.level() == RegionCode.Level.COUNTY) {
                full = parent.fullName();
            } else {
                full = parent.fullName() + row.name();
            }
        }
        return new RegionView(code, row.name(), full, row.open());
    }

    static final Comparator<RegionView> LARGER_FIRST =
            Comparator.<RegionView>comparingInt(r -> r.code().value().length()).thenComparing(RegionView::code);

    /**
     * What is held.
     *
     * @param byCode all of it
     * @param children open ones by the code of their parent, provinces under the empty text
     * @param open open ones, larger first
     * @param more whether the database has communities of other cities as well
     */
    record Held(
            Map<String, RegionView> byCode,
            Map<String, List<RegionView>> children,
            List<RegionView> open,
            boolean more) {}
}
