/** Pages and API of the leaderboards. */
@NullMarked
package org.yiwang.board.web;

import org.jspecify.annotations.NullMarked;
