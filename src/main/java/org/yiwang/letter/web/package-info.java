/** Pages and API of letters and thanks. */
@NullMarked
package org.yiwang.letter.web;

import org.jspecify.annotations.NullMarked;
