package org.yiwang.door.web;

import java.time.LocalDate;
import org.yiwang.kernel.Period;

/**
 * An activity in a list of a door.
 *
 * @param code its id as text
 * @param title its title
 * @param day day of the next shift
 * @param shift the next shift
 * @param place where people meet
 * @param organizer name of the organization
 */
public record ActivityCard(String code, String title, LocalDate day, Period shift, String place, String organizer) {}
