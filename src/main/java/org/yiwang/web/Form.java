package org.yiwang.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yiwang.kernel.Refusal;

/**
 * What somebody typed, with what is wrong about it. The getters read a field as a type and note an error beside the
 * field when it does not fit, so that the page can be shown again with everything that was typed still there. After
 * reading all fields ask {@link #ok()}; until then the values returned for faulty fields are harmless fill-ins.
 *
 * <p>Spring binds it as a handler parameter from the request's parameters.
 */
public final class Form {

    private final MultiValueMap<String, String> values;
    private final Map<String, Message> errors = new LinkedHashMap<>();

    @Nullable
    private Refusal refusal;

    /** A form with the given values. */
    public Form(Map<String, List<String>> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    /** A form with nothing typed yet. */
    public static Form empty() {
        return new Form(Map.of());
    }

    /** Fills a field before the form is first shown. */
    public Form with(String field, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            values.put(field, many.stream().map(String::valueOf).toList());
        } else if (value != null) {
            values.set(field, value.toString());
        }
        return this;
    }

    /** The fields that were sent. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** What stands in the field, empty text if nothing. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.getFirst(field), "").strip();
    }

    /** All values of a field that may have several. */
    public List<String> values(String field) {
        return Objects.requireNonNullElse(values.get(field), List.<String>of()).stream()
                .filter(v -> !v.isBlank())
                .toList();
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    /** Whether one of the field's values is this one. */
    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /** A text of {@code min} to {@code max} characters; {@code min} 0 means it may be left out. */
    public String text(String field, int min, int max) {
        String text = value(field);
        int length = text.codePointCount(0, text.length());
        if (length == 0 && min > 0) {
            fail(field, "form.required");
        } else if (length < min && length > 0) {
            fail(field, "form.too-short", min);
        } else if (length > max) {
            fail(field, "form.too-long", max);
        }
        return text;
    }

    /** A text that fits the pattern; otherwise the field gets the given message. */
    public String matching(String field, Pattern pattern, String messageKey) {
        String text = value(field);
        if (text.isEmpty()) {
            fail(field, "form.required");
        } else if (!pattern.matcher(text).matches()) {
            fail(field, messageKey);
        }
        return text;
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String field, int min, int max) {
        String text = value(field);
        if (text.isEmpty()) {
            fail(field, "form.required");
            return min;
        }
        try {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                fail(field, "form.range", min, max);
            }
            return number;
        } catch (NumberFormatException _) {
            fail(field, "form.number");
            return min;
        }
    }

    /** As {@link #integer} for a field that may be left out. */
    public Optional<Integer> optionalInteger(String field, int min, int max) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(integer(field, min, max));
    }

    /** A decimal number such as a coordinate, for a field that may be left out. */
    public Optional<Double> optionalDecimal(String field, double min, double max) {
        String text = value(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= min && number <= max) {
                return Optional.of(number);
            }
            fail(field, "form.range", min, max);
        } catch (NumberFormatException _) {
            fail(field, "form.number");
        }
        return Optional.empty();
    }

    /** A date as browsers send it (2026-11-21). */
    public LocalDate date(String field) {
        String text = value(field);
        if (text.isEmpty()) {
            fail(field, "form.required");
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            fail(field, "form.date");
            return LocalDate.EPOCH;
        }
    }

    /** A local date and time as browsers send it (2026-11-21T09:00), in the city's zone. */
    public Instant moment(String field, ZoneId zone) {
        String text = value(field);
        if (text.isEmpty()) {
            fail(field, "form.required");
            return Instant.EPOCH;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException _) {
            fail(field, "form.date");
            return Instant.EPOCH;
        }
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = value(field);
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        fail(field, text.isEmpty() ? "form.required" : "form.choice");
        return type.getEnumConstants()[0];
    }

    /** One of the given codes. */
    public String choice(String field, Collection<String> codes) {
        String text = value(field);
        if (!codes.contains(text)) {
            fail(field, text.isEmpty() ? "form.required" : "form.choice");
        }
        return text;
    }

    /** Notes what is wrong with a field; the first error of a field stays. */
    public void fail(String field, String messageKey, Object... args) {
        errors.putIfAbsent(field, new Message(messageKey, List.of(args)));
    }

    /** Notes a refusal by the module, beside the field that it names or above the form. */
    public Form refuse(Refusal why) {
        String field = why.field();
        if (field == null) {
            refusal = why;
        } else {
            fail(field, "problem." + why.problem().code(), why.args().toArray());
        }
        return this;
    }

    /**
     * Carries the command out if the form is in order; shows the form again, with what was typed, if it is not or the
     * command is refused.
     *
     * @param command does it and says where to go then
     * @param again the page with this form
     */
    public String submit(Supplier<String> command, Supplier<String> again) {
        if (ok()) {
            try {
                return command.get();
            } catch (Refusal why) {
                refuse(why);
            }
        }
        return again.get();
    }

    /** As {@link #submit(Supplier, Supplier)}, for a command that has nothing to say about where to go. */
    public String submit(Runnable command, Supplier<String> then, Supplier<String> again) {
        return submit(
                () -> {
                    command.run();
                    return then.get();
                },
                again);
    }

    /**
     * As {@link #submit(Supplier, Supplier)}; the page that shows the form again after a refusal is answered with the
     * refusal's status.
     */
    public String submit(HttpServletResponse response, Supplier<String> command, Supplier<String> again) {
        return submit(
                () -> {
                    try {
                        return command.get();
                    } catch (Refusal why) {
                        response.setStatus(why.problem().kind().status());
                        throw why;
                    }
                },
                again);
    }

    /** Whether nothing is wrong so far. */
    public boolean ok() {
        return errors.isEmpty() && refusal == null;
    }

    /** What is wrong with the field, null if nothing. */
    @Nullable
    public Message error(String field) {
        return errors.get(field);
    }

    /** All faulty fields with what is wrong, in the order they were read. */
    public Map<String, Message> errors() {
        return errors;
    }

    /** The refusal to show above the form, null if none. */
    @Nullable
    public Refusal refusal() {
        return refusal;
    }

    /**
     * A message to be written in the reader's language.
     *
     * @param key its key
     * @param args values it names
     */
    public record Message(String key, List<Object> args) {}
}
