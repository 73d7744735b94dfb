/** Pages and API of the {@code attendance} module. */
@NullMarked
package org.yiwang.attendance.web;

import org.jspecify.annotations.NullMarked;
