/** Pages and API of the {@code record} module. */
@NullMarked
package org.yiwang.record.web;

import org.jspecify.annotations.NullMarked;
