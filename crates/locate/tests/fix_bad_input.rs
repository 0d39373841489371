//! What cannot be fixed is told in one sentence that names the thing.

use bearings_locate::fix::{fix, read_points};

const HEAD: &str = "frame 1920x1080\nitem clip\nlens field 66\ncamera hand-held\n";
const TOWER: &str = "point tower 480,440 = 50.451874,30.525111 height 31\n";
const CROSS: &str = "point cross 775,314 = 50.451333,30.525260 height 38\n";
const CHIMNEY: &str = "point chimney 1189,415 = 50.451878,30.527086 height 45\n";

#[track_caller]
fn check(lines: &[&str], sentence: &str) {
    let question = read_points(&lines.concat()).expect("the points file reads");
    let error = fix(&question)
        .map(|answer| answer.solutions)
        .expect_err(sentence);
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn fewer_than_three_landmarks() {
    check(
        &[HEAD, TOWER, CROSS],
        "2 landmarks are matched in 'clip'; a fix needs 3 with a known lens, 5 without (4 with a usual one)",
    );
    let refused =
        "point chimney 1189,415 = 50.451878,30.527086 height 45 refused because \"rebuilt\"\n";
    check(
        &[HEAD, TOWER, CROSS, refused],
        "2 landmarks are matched in 'clip'; a fix needs 3 with a known lens, 5 without (4 with a usual one)",
    );
}

#[test]
fn three_without_a_lens() {
    check(
        &[HEAD, "lens unknown\n", TOWER, CROSS, CHIMNEY],
        "3 landmarks are matched in 'clip' and the lens is not known; give its field of view or match 2 more",
    );
}

#[test]
fn the_same_point_twice() {
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point spire 1189,415 = 50.451333,30.525260 height 38\n",
        ],
        "'cross' and 'spire' are the same point of the map; match each point once",
    );
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point spire 775,314 = 50.4512,30.5251 height 38\n",
        ],
        "'cross' and 'spire' are marked at the same point of the frame; mark each landmark where it is seen",
    );
}

#[test]
fn a_mark_outside_the_frame() {
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point far 2189,415 = 50.451878,30.527086 height 45\n",
        ],
        "'far' is marked at 2189, 415, outside the frame of 1920 by 1080; check the frame the pixels were read from",
    );
}

#[test]
fn landmarks_in_two_countries() {
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point chimney 1189,415 = 48.2,16.37 height 45\n",
        ],
        "'tower' and 'chimney' lie 1056 km apart on the map; no frame shows both from one place, check their coordinates",
    );
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point chimney 1189,415 = 150.2,16.37 height 45\n",
        ],
        "'chimney' has no place on the earth: 150.2, 16.37; give latitude, then longitude, in degrees",
    );
}

#[test]
fn landmarks_all_in_one_line() {
    check(
        &[
            HEAD,
            "point a 400,500 = 50.4520,30.5240 height 10\n",
            "point b 900,500 = 50.4520,30.5250 height 10\n",
            "point c 1500,500 = 50.4520,30.5260 height 10\n",
        ],
        "all landmarks of 'clip' lie in one line on the map, and a camera can stand anywhere around it; match one that lies off the line, or mark verticals or the horizon",
    );
}

#[test]
fn landmarks_far_away_in_one_direction() {
    check(
        &[
            HEAD,
            "lens unknown\ncamera free\n",
            "point a 950,500 = 50.9,30.5240 ± 20 height 100 ± 20\n",
            "point b 955,510 = 50.91,30.5248 ± 20 height 130 ± 20\n",
            "point c 960,490 = 50.92,30.5249 ± 20 height 160 ± 20\n",
            "point d 965,505 = 50.9,30.5252 ± 20 height 120 ± 20\n",
            "point e 970,500 = 50.93,30.5256 ± 20 height 190 ± 20\n",
        ],
        "the landmarks of 'clip' lie in one direction, and how far away the camera stands is not held; match some to the side",
    );
}

#[test]
fn heights_above_two_things() {
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point chimney 1189,415 = 50.451878,30.527086 sea 145\n",
        ],
        "'tower' has its height above the ground and others theirs above the sea; give the ground's height above the sea too",
    );
}

#[test]
fn a_landmark_that_would_be_behind_is_named() {
    let file = [
        HEAD,
        TOWER,
        CROSS,
        CHIMNEY,
        "point corner 1409,499 = 50.450719,30.525484 height 12\n",
        "point post 1008,436 = 50.450410,30.524507 height 8\n",
        // South of the camera, which looks north-east.
        "point dome 1621,591 = 50.448500,30.523000 height 20\n",
    ]
    .concat();
    let answer = fix(&read_points(&file).unwrap()).unwrap();
    assert_eq!(answer.disagreeing.len(), 1);
    assert_eq!(
        answer.disagreeing[0].sentence,
        "'dome' does not agree with the others: it would lie behind the camera. The position is found without it."
    );
    assert_eq!(answer.residuals[5].right_px, None);
}

#[test]
fn numbers_that_are_none() {
    check(
        &[
            HEAD,
            TOWER,
            CROSS,
            "point chimney 1189,415 = 50.451878,30.527086 ± -2 height 45\n",
        ],
        "'chimney': the error on the map is -2; it must be a number, and its error not below nought",
    );
    check(
        &["frame 0x1080\nitem clip\n", TOWER, CROSS, CHIMNEY],
        "the frame of 'clip' is 0 by 1080 pixels; give its size as it is",
    );
    check(
        &[HEAD, "lens field 190\n", TOWER, CROSS, CHIMNEY],
        "the lens of 'clip' is given as 190; a field of view lies between 1 and 170 degrees, a focal length above nought",
    );
}
