/** Pages and API of the module {@code paper}. */
@NullMarked
package org.yiwang.paper.web;

import org.jspecify.annotations.NullMarked;
