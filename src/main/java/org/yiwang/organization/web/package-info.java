/** Pages and API of the {@code organization} module. */
@NullMarked
package org.yiwang.organization.web;

import org.jspecify.annotations.NullMarked;
