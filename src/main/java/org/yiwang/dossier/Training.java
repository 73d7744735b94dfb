package org.yiwang.dossier;

/**
 * A training on record.
 *
 * @param mark whose, where it stands, who recorded it
 * @param facts what the law asks for
 */
public record Training(EntryMark mark, TrainingDraft facts) {}
