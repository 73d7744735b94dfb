package org.yiwang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointTest {

    @Test
    void measures_metres_along_the_surface() {
        Point hankou = new Point(30.6186, 114.2552);
        Point wuchang = new Point(30.5290, 114.3170);
        assertThat(hankou.metresTo(wuchang)).isCloseTo(11_600, within(150)).isEqualTo(wuchang.metresTo(hankou));
        assertThat(hankou.metresTo(hankou)).isZero();
        assertThat(new Point(0, 179.9995).metresTo(new Point(0, -179.9995))).isCloseTo(111, within(1));
    }

    @Test
    void refuses_what_is_not_on_the_earth() {
        assertThatThrownBy(() -> new Point(91, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Point(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
