package org.yiwang.activity;

import java.util.List;
import java.util.Map;

/**
 * On what it was decided that an activity becomes public: kept with the decision, since rules change later.
 *
 * @param rules versions of the rules used, by key
 * @param reasons why it was to be reviewed, none if it was not
 * @param hints words found that hint at something that is no service
 * @param ticked lines that the reviewer ticked
 */
record Basis(Map<String, Integer> rules, List<String> reasons, List<String> hints, List<String> ticked) {}
