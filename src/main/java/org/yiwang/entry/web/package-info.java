/** Pages and API of the module {@code entry}. */
@NullMarked
package org.yiwang.entry.web;

import org.jspecify.annotations.NullMarked;
