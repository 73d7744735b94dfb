package org.yiwang.volunteer;

/**
 * A module's part of what is handed to a person who asks for all data kept about them (PIPL art. 45). Modules that keep
 * data by volunteer id offer a bean of this type.
 */
public interface PersonalExport {

    /** Name of the part in the file, for example {@code signUps}; its title is the message {@code export.<section>}. */
    String section();

    /** All that is kept, as records, lists and maps that can be written as JSON; texts, not internal codes, where possible. */
    Object export(long volunteerId);
}
