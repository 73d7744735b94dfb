package org.yiwang.activity;

import java.util.List;
import org.yiwang.kernel.Label;

/**
 * A word that may mean that something is no voluntary service.
 *
 * @param code what it may be
 * @param why why that is no service
 * @param words words found
 */
public record Hint(String code, Label why, List<String> words) {}
