package org.yiwang.honour;

import java.util.List;

/**
 * A fact about a nominee, filled by the program from records.
 *
 * @param key its name within the nomination, by which claims cite it: {@code hours}, {@code category.05} …
 * @param what message key {@code honour.fact.<what>}
 * @param args values that the message names; codes of categories are written out by the page
 * @param source where it stands: {@code records}, {@code grades}, {@code dossier}, {@code thanks}
 * @param link page on which the nominee sees where it comes from
 */
public record Fact(String key, String what, List<String> args, String source, String link) {}
