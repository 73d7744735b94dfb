/** Pages and API of stars. */
@NullMarked
package org.yiwang.star.web;

import org.jspecify.annotations.NullMarked;
