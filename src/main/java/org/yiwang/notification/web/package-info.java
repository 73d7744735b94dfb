/** Pages and API of the {@code notification} module. */
@NullMarked
package org.yiwang.notification.web;

import org.jspecify.annotations.NullMarked;
