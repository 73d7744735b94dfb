package org.yiwang.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;

/**
 * The state of a region picker, as the tag {@code tag/region.jte} shows it.
 *
 * @param name of the form field whose value is the code chosen so far
 * @param root nothing above or beside it can be chosen; null for the nation
 * @param minimum level down to which one must choose
 * @param path from the root down to what is chosen so far
 * @param choices what can be chosen next, below the last of {@code path}
 * @param search what was typed into the search box
 * @param found what the search found
 * @param complete whether what is chosen reaches the minimum
 */
public record RegionPicker(
        String name,
        @Nullable RegionCode root,
        Level minimum,
        List<RegionView> path,
        List<RegionView> choices,
        String search,
        List<RegionView> found,
        boolean complete) {

    /** What is chosen so far, null if nothing. */
    @Nullable
    public RegionView chosen() {
        return path.isEmpty() ? null : path.getLast();
    }

    /** The value that the form field has. */
    public String value() {
        RegionView chosen = chosen();
        return chosen == null || chosen.code().equals(root) && !complete
                ? ""
                : chosen.code().value();
    }

    /** Query by which fragments are asked for. */
    public String query() {
        return "name=" + name + "&minimum=" + minimum + (root == null ? "" : "&root=" + root.value());
    }
}
