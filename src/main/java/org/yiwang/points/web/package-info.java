/** Pages and API of the module {@code points}. */
@NullMarked
package org.yiwang.points.web;

import org.jspecify.annotations.NullMarked;
