package org.yiwang.kernel;

/**
 * A place on the earth (WGS 84).
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Point(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Refuses coordinates that are not on the earth. */
    public Point {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("not a place on the earth: " + latitude + ", " + longitude);
        }
    }

    /** Metres to the other place along the surface, rounded (haversine; off by at most 0.6 %). */
    public int metresTo(Point other) {
        double phi = Math.toRadians(other.latitude - latitude) / 2;
        double lambda = Math.toRadians(other.longitude - longitude) / 2;
        double a = Math.pow(Math.sin(phi), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(lambda), 2);
        return Math.toIntExact(Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)))));
    }
}
