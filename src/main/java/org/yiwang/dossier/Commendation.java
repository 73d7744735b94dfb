package org.yiwang.dossier;

/**
 * A commendation, applied for or on record.
 *
 * @param mark whose, where it stands, who recorded or decides it
 * @param facts what the law asks for
 */
public record Commendation(EntryMark mark, CommendationDraft facts) {}
