/** Pages and API of the {@code region} module. */
@NullMarked
package org.yiwang.region.web;

import org.jspecify.annotations.NullMarked;
