package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Visitor;

@CityTest
class RememberedRoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/,                                        GET /",
        "/activities/0A1B2C3D4E5F6,                GET /activities/*",
        "/activities/0A1B2C3D4E5F6/,               GET /activities/*/",
        "/activities/calendar,                     GET /activities/calendar",
        "/activities/0a1b2c3d4e5f6,                GET /activities/0a1b2c3d4e5f6",
        "/a/0A1B2C3D4E5F6/b/0A1B2C3D4E5F7/c,       GET /a/*/b/*/c",
        "/a//0A1B2C3D4E5F6,                        GET /a//*",
    })
    void leaves_ids_out_of_the_shape_of_a_path(String path, String shape) {
        assertThat(RememberedRoutes.shape("GET", path)).isEqualTo(shape);
    }

    @Test
    void no_visitor_makes_it_remember_more() {
        RememberedRoutes routes = City.bean(RememberedRoutes.class);
        Visitor nobody = Visitor.anonymous();
        nobody.get("/sign-in");
        nobody.get("/c/x");
        int before = routes.remembered();
        for (int i = 0; i < 20; i++) {
            nobody.get("/c/TEXT" + i);
            nobody.get("/c/*" + i);
        }
        nobody.get("/%73ign-in");
        nobody.get("/s%69gn-in");
        nobody.get("/s%69gn%2din");
        assertThat(routes.remembered()).isEqualTo(before);
    }

    @Test
    void a_path_of_known_shape_has_its_own_ids_and_its_own_rule() {
        Visitor nobody = Visitor.anonymous();
        for (int again = 0; again < 3; again++) {
            assertThat(nobody.api("GET", "/api/v1/activities/0A1B2C3D4E5F6/places", null)
                            .status())
                    .isEqualTo(200);
            assertThat(nobody.api("GET", "/api/v1/activities/0A1B2C3D4E5F6/sign-ups", null)
                            .code())
                    .isEqualTo("access.sign-in-first");
            assertThat(nobody.api("GET", "/api/v1/activities/nonsense/places", null)
                            .status())
                    .isEqualTo(400);
            assertThat(nobody.api("GET", "/api/v1/activities/0U1B2C3D4E5F6/places", null)
                            .status())
                    .isEqualTo(400);
            assertThat(nobody.api("PUT", "/api/v1/activities/0A1B2C3D4E5F6/places", null)
                            .status())
                    .isGreaterThanOrEqualTo(400);
            assertThat(nobody.api("GET", "/api/v1/nothing/0A1B2C3D4E5F6", null).code())
                    .isEqualTo("request.no-such-address");
        }
    }
}
