//! Why a camera cannot be found: one sentence each, with the thing it is about and what to try.

use thiserror::Error;

#[derive(Debug, Error, Clone, PartialEq)]
pub enum FixError {
    #[error("the frame of '{item}' is {width_px} by {height_px} pixels; give its size as it is")]
    FrameSize {
        item: String,
        width_px: f64,
        height_px: f64,
    },
    #[error(
        "{count} landmarks are matched in '{item}'; a fix needs 3 with a known lens, 5 without (4 with a usual one)"
    )]
    TooFew { item: String, count: usize },
    #[error(
        "3 landmarks are matched in '{item}' and the lens is not known; give its field of view or match 2 more"
    )]
    LensNeeded { item: String },
    #[error(
        "'{name}' is marked at {x}, {y}, outside the frame of {width} by {height}; check the frame the pixels were read from"
    )]
    OutsideFrame {
        name: String,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    },
    #[error(
        "'{name}' has no place on the earth: {lat}, {lon}; give latitude, then longitude, in degrees"
    )]
    NotOnEarth { name: String, lat: f64, lon: f64 },
    #[error(
        "'{a}' and '{b}' lie {km:.0} km apart on the map; no frame shows both from one place, check their coordinates"
    )]
    FarApart { a: String, b: String, km: f64 },
    #[error("'{a}' and '{b}' are the same point of the map; match each point once")]
    SamePoint { a: String, b: String },
    #[error(
        "'{a}' and '{b}' are marked at the same point of the frame; mark each landmark where it is seen"
    )]
    SameMark { a: String, b: String },
    #[error(
        "all landmarks of '{item}' lie in one line on the map, and a camera can stand anywhere around it; match one that lies off the line, or mark verticals or the horizon"
    )]
    OneLine { item: String },
    #[error("'{name}': {what} is {value}; it must be a number, and its error not below nought")]
    NotANumber {
        name: String,
        what: &'static str,
        value: f64,
    },
    #[error(
        "the lens of '{item}' is given as {value}; a field of view lies between 1 and 170 degrees, a focal length above nought"
    )]
    NoSuchLens { item: String, value: f64 },
    #[error(
        "'{name}' has its height above the ground and others theirs above the sea; give the ground's height above the sea too"
    )]
    MixedHeights { name: String },
    #[error(
        "no place has the landmarks of '{item}' in front of the camera as they are marked; check left and right, and which is which"
    )]
    Behind { item: String },
    #[error(
        "the landmarks of '{item}' lie in one direction, and how far away the camera stands is not held; match some to the side"
    )]
    OneDirection { item: String },
    #[error(
        "the landmarks of '{item}' do not hold the camera's place; match more, to both sides and at different distances"
    )]
    NotHeld { item: String },
}
