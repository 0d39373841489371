//! What holds of every answer: it can be stored and worked out again, the sets hold the truth as often
//! as they say, and the pictures carry nothing that could run.

#![allow(clippy::unwrap_used)]

use bearings_locate::sun::{
    Air, Measured, Place, PlaceAnswer, PlaceQuestion, Shadow, ShadowAnswer, ShadowQuestion,
    Sighting, Spread, sun_position,
};
use jiff::{Timestamp, ToSpan};

/// A plain generator of numbers that are the same on every machine (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        ((self.0 >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }

    /// Box and Muller.
    fn normal(&mut self) -> f64 {
        let (a, b) = (self.next(), self.next());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }
}

/// A moment of daylight of a random day and place, and its shadow measured with normal errors.
fn case(
    chance: &mut Chance,
    ratio_error: f64,
    direction_error: Option<f64>,
) -> (ShadowQuestion, Timestamp) {
    loop {
        let place = Place::new(chance.between(-60.0, 60.0), chance.between(-180.0, 180.0)).unwrap();
        let day: Timestamp = "2021-01-01T00:00:00Z".parse().unwrap();
        let start = day + ((chance.next() * 700.0) as i64 * 24).hours();
        let at = start + ((chance.next() * 86_399.0) as i64).seconds();
        let sun = sun_position(&place, at, Air::default()).unwrap();
        let Some(ratio) = sun.shadow_ratio().filter(|ratio| *ratio < 8.0) else {
            continue;
        };
        let date = start.to_string()[..10].parse().unwrap();
        let measured = ratio + chance.normal() * ratio_error * ratio;
        let shadow = Shadow {
            ratio: Some(Measured {
                value: measured,
                error: Spread::Sigma(ratio_error * ratio),
            }),
            direction: direction_error.map(|error| Measured {
                value: (sun.shadow_direction_deg() + error * chance.normal()).rem_euclid(360.0),
                error: Spread::Sigma(error),
            }),
            ..Shadow::default()
        };
        let question = ShadowQuestion {
            place,
            first: date,
            last: date,
            zone: None,
            shadows: vec![shadow],
            light: Vec::new(),
            air: Air::default(),
        };
        return (question, at);
    }
}

/// Of 400 shadows 95 in 100 lie in the set of 95, within three sigma of such a count (3.3 in 100).
#[test]
fn the_set_of_95_holds_the_truth_95_times_in_a_hundred() {
    for (seed, direction) in [(1, None), (2, Some(4.0))] {
        let mut chance = Chance(seed);
        let (mut most, mut half) = (0, 0);
        for _ in 0..400 {
            let (question, truth) = case(&mut chance, 0.06, direction);
            let answer = question.answer().unwrap();
            most += i32::from(answer.holds(truth));
            let within = answer
                .half
                .intervals
                .iter()
                .any(|one| one.from <= truth && truth <= one.to);
            half += i32::from(within);
        }
        assert!(
            (367..=393).contains(&most),
            "{most} of 400 in the set of 95"
        );
        assert!((170..=235).contains(&half), "{half} of 400 in the half");
    }
}

#[test]
fn an_answer_is_stored_and_worked_out_again() {
    let (mut question, at) = case(&mut Chance(3), 0.05, Some(3.0));
    // As a person writes it: text that is read again gives the same figures.
    question.place = Place::new(14.29, -43.27).unwrap();
    question.shadows[0].ratio = Some(Measured::ratio("1.73±0.09").unwrap());
    question.shadows[0].direction = Some(Measured::direction("308.6±3").unwrap());
    let places = PlaceQuestion {
        sightings: vec![Sighting {
            at,
            time_error: Some(Spread::Bound(600.0)),
            shadow: question.shadows[0],
        }],
        air: Air::default(),
        step_deg: 1.0,
    };
    let answer = places.answer().unwrap();
    let read: PlaceAnswer = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
    assert_eq!(read, answer);
    assert_eq!(read.question.answer().unwrap(), answer);
    let answer = question.answer().unwrap();
    let stored = serde_json::to_string(&answer).unwrap();
    let read: ShadowAnswer = serde_json::from_str(&stored).unwrap();
    assert_eq!(read, answer);
    assert_eq!(read.question.answer().unwrap(), answer);
}

/// The sum over the grid of one moment is the density over time turned round: the true place is held.
#[test]
fn the_place_of_a_shadow_is_held_as_often_as_is_said() {
    let mut chance = Chance(4);
    let mut held = 0;
    for _ in 0..150 {
        let (asked, at) = case(&mut chance, 0.06, Some(4.0));
        let question = PlaceQuestion {
            sightings: vec![Sighting {
                at,
                time_error: None,
                shadow: asked.shadows[0],
            }],
            air: Air::default(),
            step_deg: 1.0,
        };
        let answer = question.answer().unwrap();
        let (x, y) = (asked.place.longitude, asked.place.latitude);
        let inside = answer.most.rings.iter().fold(false, |inside, ring| {
            ring.iter()
                .zip(ring.iter().cycle().skip(1))
                .fold(inside, |inside, (a, b)| {
                    let crossed = (a[1] > y) != (b[1] > y)
                        && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0];
                    inside != crossed
                })
        });
        held += i32::from(inside);
    }
    // 95 in 100 of 150, three sigma.
    assert!((134..=150).contains(&held), "{held} of 150");
}

#[test]
fn pictures_carry_no_script_and_no_stranger_s_markup() {
    let (mut question, at) = case(&mut Chance(5), 0.05, Some(3.0));
    question.zone = Some("Europe/Kyiv".to_owned());
    let place = PlaceQuestion {
        sightings: vec![Sighting {
            at,
            time_error: None,
            shadow: question.shadows[0],
        }],
        air: Air::default(),
        step_deg: 2.0,
    };
    let mut answer = question.answer().unwrap();
    answer.nothing = vec!["<script>alert('x')</script>".to_owned()];
    for svg in [answer.day_svg(), place.answer().unwrap().map_svg()] {
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        assert!(!svg.contains("<script") && !svg.contains("href") && !svg.contains(" on"));
        assert!(svg.contains("prefers-color-scheme:dark"));
    }
}
