/** Pages and API of the {@code honour} module. */
@NullMarked
package org.yiwang.honour.web;

import org.jspecify.annotations.NullMarked;
