/** Pages and API of the module {@code objection}. */
@NullMarked
package org.yiwang.objection.web;

import org.jspecify.annotations.NullMarked;
