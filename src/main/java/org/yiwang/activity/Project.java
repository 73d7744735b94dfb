package org.yiwang.activity;

import java.util.List;

/**
 * A project as stored.
 *
 * @param id its id
 * @param ancestors ids of its organization and all above it
 * @param draft what the organization wrote
 */
record Project(long id, List<Long> ancestors, ProjectDraft draft) {}
