package org.yiwang.activity;

/**
 * A post as its organizer writes it.
 *
 * @param name at most 30 characters
 * @param description what this post does; may be empty
 * @param conditions what it asks; from risk level 2 on nobody under 18, whatever is written here
 */
public record PostDraft(String name, String description, Conditions conditions) {}
