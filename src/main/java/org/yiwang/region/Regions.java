package org.yiwang.region;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;

/** The divisions: look-up by code, children, search by name. Read from memory; refreshed when users add below. */
@Component
public class Regions {

    Regions() {}

    /** The division of that code; refuses with {@code region.unknown} if there is none. */
    public RegionView get(RegionCode code) {
        throw new IllegalStateException("being built");
    }

    /** The division of that code. */
    public Optional<RegionView> find(RegionCode code) {
        throw new IllegalStateException("being built");
    }

    /** Those directly below, in the order of their codes. */
    public List<RegionView> children(RegionCode code) {
        throw new IllegalStateException("being built");
    }

    /** Divisions within {@code within} whose name contains the text, larger ones first. */
    public List<RegionView> search(String name, RegionCode within, int limit) {
        throw new IllegalStateException("being built");
    }

    /** The city that this installation serves. */
    public RegionView city() {
        throw new IllegalStateException("being built");
    }
}
