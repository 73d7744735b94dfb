package org.yiwang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.web.Form;

/**
 * The region picker in a form. Without JavaScript every step (drill down, go back up, search) submits the form, which
 * the handler shows again with everything typed still there; htmx turns the same buttons into fragments.
 *
 * <pre>{@code
 * // showing:  model.addAttribute("residence", pickers.show(form, "residence", regions.city().code(), Level.COMMUNITY));
 * // handling: if (pickers.step(form)) { return show(form, model); }
 * //           RegionCode residence = pickers.read(form, "residence", city, Level.COMMUNITY);
 * // template: @template.tag.region(page = page, form = form, picker = residence, label = "volunteer.residence")
 * }</pre>
 */
@Component
public class RegionPickers {

    /** Parameter that every button of a picker sends: {@code <field>:<code>}, or {@code <field>?} to search. */
    static final String STEP = "_region";

    /** Parameter that the form sends when somebody presses Enter in it; see {@code tag/enter.jte}. */
    static final String ENTER = "_enter";

    private static final String SEARCH = "-search";
    private static final String SEARCHED = "-searched";

    private static final int MOST_FOUND = 20;

    private final Regions regions;

    RegionPickers(Regions regions) {
        this.regions = regions;
    }

    /**
     * The picker for a field of the form.
     *
     * @param root nothing above or beside it can be chosen; null for the nation
     * @param minimum level down to which one must choose; deeper is possible where there is something deeper
     */
    public RegionPicker show(Form form, String name, @Nullable RegionCode root, Level minimum) {
        Optional<RegionCode> at = chosen(form, name, root);
        List<RegionView> path = new ArrayList<>();
        at.or(() -> Optional.ofNullable(root))
                .ifPresent(code -> regions.path(code).stream()
                        .filter(r -> root == null || root.contains(r.code()))
                        .forEach(path::add));
        String search = form.value(name + SEARCH);
        return new RegionPicker(
                name,
                root,
                minimum,
                path,
                path.isEmpty()
                        ? regions.provinces()
                        : regions.children(path.getLast().code()),
                search,
                search.isEmpty() ? List.of() : regions.search(search, root, MOST_FOUND),
                !path.isEmpty() && path.getLast().code().level().compareTo(minimum) >= 0);
    }

    /**
     * Whether the form was submitted by a button of a picker, or by Enter after typing something new into its search
     * field; if so its step is done and the form is to be shown again.
     */
    public boolean step(Form form) {
        String step = form.value(STEP);
        if (step.isEmpty()) {
            return form.ticked(ENTER) && asksAnew(form);
        }
        int colon = step.indexOf(':');
        if (colon > 0) {
            form.with(step.substring(0, colon), step.substring(colon + 1));
            form.with(step.substring(0, colon) + SEARCH, "");
        }
        return true;
    }

    private static boolean asksAnew(Form form) {
        return form.names().stream()
                .filter(name -> name.endsWith(SEARCHED))
                .map(name -> name.substring(0, name.length() - SEARCHED.length()) + SEARCH)
                .anyMatch(search ->
                        form.ticked(search) && !form.value(search + "ed").equals(form.value(search)));
    }

    /**
     * The region chosen; notes an error beside the field if none is, if it is closed, lies outside of the root or does not
     * reach the minimum.
     */
    public RegionCode read(Form form, String name, @Nullable RegionCode root, Level minimum) {
        RegionCode fillIn = regions.city().code();
        if (form.value(name).isEmpty()) {
            form.fail(name, "form.required");
            return fillIn;
        }
        RegionCode code = chosen(form, name, root).orElse(null);
        if (code == null) {
            form.fail(name, "form.choice");
            return fillIn;
        }
        if (code.level().compareTo(minimum) < 0) {
            form.fail(name, "region.down-to." + minimum);
        }
        return code;
    }

    /** As {@link #read} for a field that may be left out. */
    public Optional<RegionCode> readOptional(Form form, String name, @Nullable RegionCode root, Level minimum) {
        return form.value(name).isEmpty() ? Optional.empty() : Optional.of(read(form, name, root, minimum));
    }

    private Optional<RegionCode> chosen(Form form, String name, @Nullable RegionCode root) {
        return Optional.of(form.value(name))
                .filter(RegionCode::isValid)
                .map(RegionCode::new)
                .filter(code -> root == null || root.contains(code))
                .flatMap(regions::find)
                .filter(RegionView::open)
                .map(RegionView::code);
    }
}
