//! The fix against scenes whose truth is known: how often it is right about itself.
//!
//! Few scenes, wide bounds: `scripts/peers/fix.py` measures on thousands.

use bearings_locate::fix::{fix, points_file, read_points};

mod scenes;

use scenes::{Chance, Kind, make, offset};

const SCENES: usize = 30;

fn six() -> Kind {
    Kind {
        landmarks: 6,
        noise_px: 1.0,
        stated: false,
        lens_known: true,
        drone: false,
        map_m: 0.0,
        wrong: false,
    }
}

#[test]
fn the_true_place_lies_in_the_ellipse_nineteen_times_of_twenty() {
    let mut chance = Chance(11);
    let mut errors = Vec::new();
    let mut inside = 0;
    for number in 0..SCENES {
        let kind = Kind {
            lens_known: number % 2 == 0,
            drone: number % 3 == 0,
            ..six()
        };
        let scene = make(kind, &mut chance);
        let answer = fix(&scene.question).unwrap();
        let best = answer.best();
        let (east, north) = offset(best.lat, best.lon, (scene.truth.lat, scene.truth.lon));
        errors.push(east.hypot(north));
        inside += usize::from(best.ellipse.holds(east, north));
    }
    errors.sort_by(f64::total_cmp);
    assert!(errors[SCENES / 2] < 3.0, "{errors:?}");
    assert!(inside * 100 >= SCENES * 85, "{inside} of {SCENES}");
}

#[test]
fn one_wrong_landmark_among_seven_is_named() {
    let mut chance = Chance(12);
    let mut named = 0;
    for _ in 0..SCENES {
        let scene = make(
            Kind {
                landmarks: 7,
                noise_px: 2.0,
                wrong: true,
                ..six()
            },
            &mut chance,
        );
        let answer = fix(&scene.question).unwrap();
        named += usize::from(
            answer
                .disagreeing
                .iter()
                .any(|one| Some(one.row) == scene.wrong),
        );
    }
    assert!(named * 100 >= SCENES * 88, "{named} of {SCENES}");
}

#[test]
fn a_good_set_is_seldom_accused() {
    let mut chance = Chance(13);
    let mut accused = 0;
    for _ in 0..SCENES {
        let scene = make(
            Kind {
                landmarks: 7,
                noise_px: 2.0,
                ..six()
            },
            &mut chance,
        );
        accused += usize::from(!fix(&scene.question).unwrap().disagreeing.is_empty());
    }
    assert!(accused * 100 <= SCENES * 12, "{accused} of {SCENES}");
}

#[test]
fn the_same_question_has_the_same_answer() {
    let scene = make(six(), &mut Chance(14));
    let answer = fix(&scene.question).unwrap();
    assert_eq!(answer, fix(&scene.question.clone()).unwrap());
    // A points file keeps every digit; JSON read by serde_json may lose the last.
    let written = read_points(&points_file(&scene.question)).unwrap();
    assert_eq!(answer, fix(&written).unwrap());
    let text = serde_json::to_string(&scene.question).unwrap();
    let again = fix(&serde_json::from_str(&text).unwrap()).unwrap();
    assert!((again.best().lat - answer.best().lat).abs() < 1e-10);
    assert_eq!(again.disagreeing, answer.disagreeing);
}

#[test]
fn without_noise_the_camera_is_found_to_a_centimetre() {
    for seed in 20..30 {
        let scene = make(
            Kind {
                noise_px: 0.0,
                landmarks: 8,
                drone: true,
                lens_known: false,
                ..six()
            },
            &mut Chance(seed),
        );
        let answer = fix(&scene.question).unwrap();
        let best = answer.best();
        let (east, north) = offset(best.lat, best.lon, (scene.truth.lat, scene.truth.lon));
        assert!(east.hypot(north) < 0.03, "{seed}: {}", east.hypot(north));
        assert!((best.height_m - scene.truth.height_m).abs() < 0.03);
        let turned = (best.azimuth_deg - scene.truth.azimuth_deg + 540.0).rem_euclid(360.0) - 180.0;
        assert!(turned.abs() < 0.01, "{turned}");
        assert!((best.focal_px / scene.truth.focal_px - 1.0).abs() < 1e-3);
    }
}

#[test]
fn hundreds_of_landmarks_take_no_more_starts_than_dozens() {
    let kind = Kind {
        landmarks: 150,
        noise_px: 2.0,
        ..six()
    };
    let scene = make(kind, &mut Chance(15));
    let answer = fix(&scene.question).unwrap();
    let best = answer.best();
    let (east, north) = offset(best.lat, best.lon, (scene.truth.lat, scene.truth.lon));
    assert!(east.hypot(north) < 1.0, "{}", east.hypot(north));
}
