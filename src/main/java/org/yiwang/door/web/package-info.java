/** Pages of the {@code door} module. */
@NullMarked
package org.yiwang.door.web;

import org.jspecify.annotations.NullMarked;
