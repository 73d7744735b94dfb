package org.yiwang.account;

import java.time.LocalDate;
import org.yiwang.kernel.Label;

/**
 * A version of a notice or consent text.
 *
 * @param key which one: {@code privacy}, {@code rights-and-duties}, {@code sensitive-data}, {@code minors}, {@code vow}
 * @param version from 1
 * @param effectiveFrom the day from which it holds
 * @param title in both languages
 * @param text in both languages; paragraphs are separated by an empty line, {@code ## } begins a heading
 */
public record Document(String key, int version, LocalDate effectiveFrom, Label title, Label text) {}
