//! What can be wrong with a question to the sun: one sentence each, with what to try.

use thiserror::Error;

/// A question that cannot be answered as it stands.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SunError {
    #[error("latitude {0} is not on the earth; give degrees from -90 to 90, north positive")]
    Latitude(f64),
    #[error("longitude {0} is not on the earth; give degrees from -180 to 180, east positive")]
    Longitude(f64),
    #[error("a height of {0} m is outside -500 to 12000 m; give metres above the sea")]
    Height(f64),
    #[error("a radius of {0} m is not one; give metres from 0 to 500000, or ask for a map instead")]
    Radius(f64),
    #[error("{0} hPa and {1} degrees are not air at the ground; give 300 to 1100 hPa, -80 to 60 C")]
    Air(f64, f64),
    #[error(
        "{0} is outside 1900 to 2100, where the earth's turning is known well enough; \
         for an older picture ask for the same day of a later year and say so"
    )]
    Year(String),
    #[error("the dates run backwards: {0} is after {1}; put the earlier one first")]
    Backwards(String, String),
    #[error("{0} days are too many for one question, at most {1}; ask year by year")]
    TooLong(i64, i64),
    #[error("'{0}' is not a measurement; write 1.4±0.1 (or 1.4+-0.1, 1.4±10%) or bounds 1.3..1.5")]
    Measurement(String),
    #[error("'{0}' has no error; say how sure it is: {0}±E for one sigma, or LOW..HIGH for bounds")]
    NoError(String),
    #[error(
        "a shadow {0} times the object's height is none; the ratio must be above 0 and below 1000"
    )]
    Ratio(f64),
    #[error(
        "a direction of {0} is not on the compass; give degrees from 0 to 360, clockwise from north"
    )]
    Direction(f64),
    #[error(
        "an error of {0} is not one; it must be above 0 and, for a direction, at most 180 degrees"
    )]
    Spread(f64),
    #[error("bounds from {0} to {1} hold nothing; write the lower one first")]
    Bounds(f64, f64),
    #[error("a ground slope of {0} degrees cannot be used; give one sigma from 0 to 30 degrees")]
    Slope(f64),
    #[error("a gap from {0} to {1} seconds cannot be used; give 0 to 86400, the shorter first")]
    Gap(i64, i64),
    #[error("'{0}' is not a place; write LAT,LON in degrees, or LAT,LON~METRES with a radius")]
    Place(String),
    #[error("'{0}' is not a day; write 2022-03-19, or 2022-03-19..2022-04-02")]
    Dates(String),
    #[error("'{0}' is not a gap; write 90s, 5min, 2h, or 2..5min")]
    GapText(String),
    #[error(
        "'{0}' is not light; write day, twilight, dark, or azimuths and elevations: 150..190,10..40"
    )]
    Light(String),
    #[error("nothing was measured; give a shadow's ratio or direction, or what the light was")]
    NothingMeasured,
    #[error("the first shadow has nothing before it; give the gap with the second one")]
    FirstWithGap,
    #[error("elevations from {0} to {1} cannot be used; give -90 to 90 degrees, the lower first")]
    Elevations(f64, f64),
    #[error("'{0}' is no time zone that is known; write one like Europe/Kyiv, or UTC")]
    Zone(String),
    #[error("'{0}' is not a time; write 2022-03-19T09:08Z, or 2022-03-19T11:08 with a zone")]
    Time(String),
    #[error("'{0}' comes twice in {1}, as the clocks go back; give the offset: {2} or {3}")]
    Fold(String, String, String, String),
    #[error("'{0}' does not exist in {1}, as the clocks go forward then; give a time in UTC")]
    Gone(String, String),
    #[error("a grid of {0} degrees cannot be used; give 0.02 to 10")]
    Step(f64),
    #[error("a time error of {0} s cannot be used; give 0 to 21600")]
    TimeError(f64),
}
