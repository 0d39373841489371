//! Pictures and films drawn by formula: edited copies are found and other views are not.

use std::sync::Arc;

use bearings_model::{LikenessGrade, LikenessKind, MediaKind};

use super::*;

/// A picture in RGB.
#[derive(Clone)]
struct Drawn {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

impl Drawn {
    fn by(width: usize, height: usize, light: impl Fn(usize, usize) -> u8) -> Self {
        let pixels = (0..width * height).flat_map(|at| [light(at % width, at / width); 3]);
        Self {
            width,
            height,
            rgb: pixels.collect(),
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        self.rgb[(y * self.width + x) * 3]
    }

    fn crop(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        Self::by(width, height, |x, y| self.at(left + x, top + y))
    }

    fn scaled(&self, width: usize, height: usize) -> Self {
        Self::by(width, height, |x, y| {
            self.at(x * self.width / width, y * self.height / height)
        })
    }

    /// As before it is made smaller: each pixel the mean of the nine around it.
    fn softened(&self) -> Self {
        Self::by(self.width, self.height, |x, y| {
            let near = |at: usize, end: usize| at.saturating_sub(1)..=(at + 1).min(end - 1);
            let around =
                near(y, self.height).flat_map(|y| near(x, self.width).map(move |x| (x, y)));
            let lights: Vec<u32> = around.map(|(x, y)| self.at(x, y).into()).collect();
            (lights.iter().sum::<u32>() / lights.len() as u32) as u8
        })
    }

    /// Laid on a larger picture.
    fn on(&self, ground: &Self, left: usize, top: usize) -> Self {
        Self::by(ground.width, ground.height, |x, y| {
            let inside =
                (left..left + self.width).contains(&x) && (top..top + self.height).contains(&y);
            if inside {
                self.at(x - left, y - top)
            } else {
                ground.at(x, y)
            }
        })
    }
}

/// Houses, one lot for each seed: boxes of several greys with windows, seen from `shift` pixels on.
fn street(seed: u32, shift: usize) -> Drawn {
    let hash = |n: u32| {
        let mut value = n
            .wrapping_add(seed.wrapping_mul(7_919))
            .wrapping_mul(0x9e37_79b1);
        value ^= value >> 15;
        value = value.wrapping_mul(0x85eb_ca6b);
        value ^ value >> 13
    };
    Drawn::by(480, 320, |x, y| {
        let x = x + shift;
        let mut light = 200 - y as u32 / 4;
        for house in 0..14 {
            let (a, b) = (hash(house * 4), hash(house * 4 + 1));
            let (left, top) = ((a % 620) as usize, 30 + (b % 200) as usize);
            let (wide, high) = (40 + (a >> 12) as usize % 90, 40 + (b >> 12) as usize % 120);
            if (left..left + wide).contains(&x) && (top..top + high).contains(&y) {
                let window = (x - left) % 17 > 9 && (y - top) % 23 > 12;
                let lit =
                    hash(house * 911 + ((x - left) / 17) as u32 * 31 + ((y - top) / 23) as u32)
                        % 120;
                light = 40 + hash(house * 4 + 2) % 150 + if window { lit / 2 } else { 0 };
            }
        }
        light.min(255) as u8
    })
}

fn picture(drawn: &Drawn) -> MediaPrint {
    let mut maker = PrintMaker::new(MediaKind::Image);
    let size = (drawn.width as u32, drawn.height as u32);
    maker
        .frame(0, true, size, &drawn.rgb)
        .expect("bytes for its size");
    maker.finish(None)
}

fn film(frames: &[Drawn]) -> MediaPrint {
    let mut maker = PrintMaker::new(MediaKind::Video);
    for (second, drawn) in frames.iter().enumerate() {
        let size = (drawn.width as u32, drawn.height as u32);
        maker
            .frame(second as u64 * 1_000, second == 0, size, &drawn.rgb)
            .expect("bytes for its size");
    }
    maker.finish(Some(frames.len() as u64 * 1_000))
}

/// A street along which the camera moves.
fn drive(seed: u32, seconds: std::ops::Range<usize>) -> Vec<Drawn> {
    seconds.map(|second| street(seed, second * 9)).collect()
}

#[test]
fn an_edited_picture_is_found_in_the_whole_one() {
    let whole = street(1, 0);
    let other = street(50, 0);
    let edits = [
        ("smaller", whole.scaled(240, 160)),
        ("squeezed", whole.scaled(360, 320)),
        ("cropped to 60 %", whole.crop(90, 60, 288, 192)),
        ("mirrored", Drawn::by(480, 320, |x, y| whole.at(479 - x, y))),
        (
            "upside down",
            Drawn::by(480, 320, |x, y| whole.at(x, 319 - y)),
        ),
        (
            "turned left",
            Drawn::by(320, 480, |x, y| whole.at(479 - y, x)),
        ),
        (
            "turned right",
            Drawn::by(320, 480, |x, y| whole.at(y, 319 - x)),
        ),
        ("darker", Drawn::by(480, 320, |x, y| whole.at(x, y) / 2)),
        (
            "bordered",
            whole.on(&Drawn::by(600, 440, |_, _| 255), 60, 60),
        ),
        (
            "captioned",
            Drawn::by(480, 320, |x, y| if y > 260 { 0 } else { whole.at(x, y) }),
        ),
        (
            "in another picture",
            whole.scaled(300, 200).on(&other, 150, 60),
        ),
    ];
    for (name, edit) in edits {
        let found = likeness(&picture(&edit), &picture(&whole));
        let found = found.unwrap_or_else(|| panic!("{name}: nothing found"));
        assert_eq!(
            (found.kind, found.grade),
            (LikenessKind::Picture, LikenessGrade::Likely),
            "{name}"
        );
        let mirrored = matches!(name, "mirrored" | "upside down");
        assert_eq!(found.mirrored, mirrored, "{name}");
    }
}

#[test]
fn other_streets_flat_pictures_and_noise_match_nothing() {
    let noise = |seed: u32| {
        Drawn::by(400, 300, |x, y| {
            let value = (x as u32 * 7_919 + y as u32 * 104_729 + seed).wrapping_mul(0x9e37_79b1);
            (value >> 24) as u8
        })
    };
    let all = [
        street(1, 0),
        street(2, 0),
        street(3, 0),
        Drawn::by(300, 200, |_, _| 90),
        Drawn::by(300, 200, |_, _| 0),
        noise(1),
        noise(77),
    ];
    for (a, one) in all.iter().enumerate() {
        for two in &all[a + 1..] {
            assert_eq!(likeness(&picture(one), &picture(two)), None);
        }
    }
}

#[test]
fn a_crop_says_which_part_of_the_whole_it_is() {
    let whole = street(1, 0);
    let found =
        likeness(&picture(&whole.crop(96, 64, 288, 192)), &picture(&whole)).expect("a crop");
    let there = found.there.expect("a place");
    for (value, wanted) in [
        (there.left, 200),
        (there.top, 200),
        (there.width, 600),
        (there.height, 600),
    ] {
        assert!(value.abs_diff(wanted) < 25, "{there:?}");
    }
}

#[test]
fn a_piece_of_a_film_is_found_at_its_seconds() {
    let whole = film(&drive(1, 0..20));
    let piece = film(&drive(1, 7..15));
    let found = likeness(&piece, &whole).expect("a piece");
    assert_eq!(
        (found.kind, found.grade),
        (LikenessKind::Film, LikenessGrade::Likely)
    );
    assert_eq!(found.segments.len(), 1, "{found:?}");
    let segment = found.segments[0];
    assert!(
        segment.there_ms[0].abs_diff(7_000) < 600 && segment.there_ms[1].abs_diff(15_000) < 600,
        "{segment:?}"
    );
    assert_eq!(found.reversed().segments[0].here_ms, segment.there_ms);
}

#[test]
fn twice_the_speed_is_told() {
    let whole = film(&drive(1, 0..24));
    let fast: Vec<Drawn> = drive(1, 0..24).into_iter().step_by(2).collect();
    let found = likeness(&film(&fast), &whole).expect("a faster copy");
    assert!((found.segments[0].speed - 2.0).abs() < 0.1, "{found:?}");
}

#[test]
fn a_picture_is_found_as_a_frame_of_a_film_at_its_moment() {
    let found = likeness(&picture(&street(1, 9 * 5)), &film(&drive(1, 0..12))).expect("a still");
    assert_eq!(found.kind, LikenessKind::Still);
    assert_eq!(found.segments[0].there_ms[0], 5_000);
}

#[test]
fn two_films_of_a_scene_in_which_nothing_moves_are_no_copies_for_sure() {
    let still = |brighter: u8| -> Vec<Drawn> {
        let view = street(1, 0);
        (0..8)
            .map(|_| Drawn::by(480, 320, |x, y| view.at(x, y).saturating_add(brighter)))
            .collect()
    };
    let found = likeness(&film(&still(0)), &film(&still(5))).expect("one view");
    assert_eq!(
        (found.kind, found.grade),
        (LikenessKind::Scene, LikenessGrade::Possible)
    );
}

#[test]
fn the_same_frames_are_certain_and_one_changed_pixel_is_not() {
    let whole = street(1, 0);
    let mut touched = whole.clone();
    touched.rgb[0] ^= 1;
    let grade =
        |other: &Drawn| likeness(&picture(other), &picture(&whole)).map(|found| found.grade);
    assert_eq!(grade(&whole), Some(LikenessGrade::Certain));
    assert_eq!(grade(&touched), Some(LikenessGrade::Likely));
}

#[test]
fn the_search_finds_each_copy_among_many_and_nothing_else() {
    let mut search = MediaSearch::default();
    for seed in 1..40 {
        search.insert(Arc::new(picture(&street(seed, 0))));
    }
    for seed in [3_u32, 17, 39] {
        let crop = picture(&street(seed, 0).crop(60, 40, 360, 240));
        let found: Vec<u32> = search.find(&crop).iter().map(|found| found.other).collect();
        assert_eq!(found, vec![seed - 1]);
    }
}

#[test]
fn a_print_is_read_as_it_was_written_and_damage_is_an_error() {
    let print = film(&drive(4, 0..3));
    let bytes = print.to_bytes();
    assert_eq!(MediaPrint::from_bytes(&bytes), Ok(print));
    assert_eq!(MediaPrint::from_bytes(&[]), Err(DamagedPrint));
    assert_eq!(
        MediaPrint::from_bytes(&bytes[..bytes.len() / 2]),
        Err(DamagedPrint)
    );
    let mut other = bytes.clone();
    other[0] = 99;
    assert_eq!(MediaPrint::from_bytes(&other), Err(DamagedPrint));
}

#[test]
fn a_frame_whose_bytes_do_not_fit_is_refused() {
    let mut maker = PrintMaker::new(MediaKind::Image);
    assert_eq!(maker.frame(0, true, (10, 10), &[0; 299]), Err(WrongFrame));
    assert_eq!(maker.frame(0, true, (0, 10), &[]), Err(WrongFrame));
    assert!(maker.finish(None).is_empty());
}

/// A channel's logo: a plate with a pattern of its own.
fn logo(drawn: &Drawn) -> Drawn {
    let plate = Drawn::by(200, 100, |x, y| {
        let mut value = (x as u32 / 8 * 7_919 + y as u32 / 8 * 104_729).wrapping_mul(0x9e37_79b1);
        value ^= value >> 15;
        if value & 1 == 0 { 20 } else { 235 }
    });
    plate.on(drawn, 260, 20)
}

/// A plain road on which one box moves, its way another for each seed.
fn road(seed: usize, second: usize) -> Drawn {
    let (left, top) = (second * 23 * (seed + 1) % 420, 140 + seed * 37 % 120);
    Drawn::by(480, 320, |x, y| {
        let inside = (left..left + 50).contains(&x) && (top..top + 40).contains(&y);
        if inside { 220 } else { (90 + y / 8) as u8 }
    })
}

#[test]
fn two_films_under_one_logo_are_no_copies() {
    let drives = |seed: u32| drive(seed, 0..15).iter().map(logo).collect::<Vec<_>>();
    let roads = |seed: usize| (0..15).map(|at| logo(&road(seed, at))).collect::<Vec<_>>();
    let films = [drives(1), drives(2), roads(1), roads(2)].map(|frames| film(&frames));
    for (a, one) in films.iter().enumerate() {
        for two in &films[a + 1..] {
            let grade = likeness(one, two).map(|found| found.grade);
            assert!(grade.is_none_or(|grade| grade == LikenessGrade::Possible));
        }
    }
    // The same logo laid over a copy hides it not.
    let found = likeness(&film(&drives(1)), &film(&drive(1, 0..15)));
    assert_eq!(found.map(|found| found.grade), Some(LikenessGrade::Likely));
}

/// One camera over one street, on which cars of one size pass from some seconds on.
fn watched(cars: &[usize], (wide, high): (usize, usize)) -> Vec<Drawn> {
    let passing = |second: usize| {
        let car = cars
            .iter()
            .find(|from| (**from..**from + 3).contains(&second))?;
        Some(40 + (second - car) * 140 + car * 13 % 60)
    };
    let shown = |second: usize| match passing(second) {
        Some(left) => street(6, 0)
            .crop(0, 0, wide, high)
            .on(&street(5, 0), left, 300 - high),
        None => street(5, 0),
    };
    (0..24).map(shown).collect()
}

#[test]
fn a_street_where_nobody_passes_is_like_itself_at_every_hour() {
    let (one, two) = (
        film(&watched(&[3, 15], (90, 50))),
        film(&watched(&[8, 13], (50, 110))),
    );
    let grade = likeness(&one, &two).map(|found| found.grade);
    assert!(grade.is_none_or(|grade| grade == LikenessGrade::Possible));
    let piece = film(&watched(&[3, 15], (90, 50))[2..20]);
    let found = likeness(&piece, &one).expect("found");
    assert_eq!(found.grade, LikenessGrade::Likely, "{found:?}");
}

#[test]
fn an_opening_that_two_films_share_is_no_more_than_possible() {
    let opened = |seed: u32| {
        let mut frames = drive(9, 0..5);
        frames.extend(drive(seed, 0..15));
        film(&frames)
    };
    let found = likeness(&opened(1), &opened(2)).expect("an opening");
    assert_eq!(
        (found.kind, found.grade),
        (LikenessKind::Film, LikenessGrade::Possible),
        "{found:?}"
    );
}

#[test]
fn a_copy_is_found_among_hundreds_of_copies_of_a_better_one() {
    let mut search = MediaSearch::default();
    let wanted = search.insert(Arc::new(picture(&street(1, 0).scaled(120, 80).on(
        &street(2, 0),
        30,
        30,
    ))));
    for brighter in 0..150 {
        let view = street(2, 0);
        let copy = Drawn::by(480, 320, |x, y| view.at(x, y).saturating_add(brighter / 4));
        search.insert(Arc::new(picture(&copy)));
    }
    let found = search.find(&picture(&street(2, 0)));
    assert_eq!(found.len(), 151);
    assert!(found.iter().any(|found| found.other == wanted));
}

/// A page of an app around a picture: the same head, signs and lines whatever it shows.
fn post(shown: &Drawn) -> Drawn {
    let chrome = street(77, 0).scaled(360, 120);
    let page = Drawn::by(360, 560, |_, _| 245);
    let page = chrome.on(&page, 0, 0);
    let page = street(78, 0).scaled(360, 130).on(&page, 0, 430);
    shown.softened().scaled(320, 213).on(&page, 20, 180)
}

fn at_most_possible(a: &Drawn, b: &Drawn) {
    let likeness = likeness(&picture(a), &picture(b));
    let grade = likeness.as_ref().map(|likeness| likeness.grade);
    assert!(
        grade.is_none_or(|grade| grade == LikenessGrade::Possible),
        "{likeness:?}"
    );
}

#[test]
fn two_posts_of_one_app_are_no_copies_and_what_each_shows_is_found_in_it() {
    let sky = Drawn::by(480, 320, |_, y| 180 + (y / 16) as u8);
    let shown = [street(1, 0), street(2, 0), sky];
    for (at, a) in shown.iter().enumerate() {
        for b in &shown[at + 1..] {
            at_most_possible(&post(a), &post(b));
        }
    }
    for street in &shown[..2] {
        let found = likeness(&picture(street), &picture(&post(street))).expect("found");
        assert_eq!(found.grade, LikenessGrade::Likely, "{found:?}");
    }
}

#[test]
fn a_scene_from_a_step_aside_is_no_copy() {
    let seen_from = |step: usize| {
        let (far, near) = (street(1, step), street(2, 3 * step));
        Drawn::by(
            480,
            320,
            |x, y| if y < 190 { far.at(x, y) } else { near.at(x, y) },
        )
    };
    for step in [6, 8, 12] {
        at_most_possible(&seen_from(0), &seen_from(step));
    }
}

#[test]
fn a_coarse_whole_holds_a_fine_crop() {
    let whole = street(3, 0);
    let found = likeness(
        &picture(&whole.crop(0, 120, 288, 192)),
        &picture(&whole.scaled(200, 133)),
    );
    let found = found.expect("found");
    assert_eq!(found.grade, LikenessGrade::Likely, "{found:?}");
}
