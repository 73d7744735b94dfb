/** Pages and API of stars of teams. */
@NullMarked
package org.yiwang.teamstar.web;

import org.jspecify.annotations.NullMarked;
