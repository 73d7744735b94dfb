/** API of the {@code demo} module. */
@NullMarked
package org.yiwang.demo.web;

import org.jspecify.annotations.NullMarked;
