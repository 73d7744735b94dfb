/** Pages and API of the {@code volunteer} module. */
@NullMarked
package org.yiwang.volunteer.web;

import org.jspecify.annotations.NullMarked;
