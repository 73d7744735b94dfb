/** Pages and API of the {@code activity} module. */
@NullMarked
package org.yiwang.activity.web;

import org.jspecify.annotations.NullMarked;
