//! Recordings made by formula: found again when cut and degraded, and silence never matched.

use super::*;

const RATE: usize = 11_025;

/// A melody of changing chords, another for each seed, in 16 bits.
fn melody(seed: u32, seconds: usize) -> Vec<i16> {
    let mut state = seed | 1;
    let mut chord = [0.0_f32; 3];
    (0..seconds * RATE)
        .map(|at| {
            if at % (RATE / 5) == 0 {
                chord = chord.map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    110.0 * 2_f32.powf((state >> 27) as f32 / 12.0)
                });
            }
            let time = at as f32 / RATE as f32;
            let sum: f32 = chord
                .iter()
                .map(|pitch| (pitch * time * std::f32::consts::TAU).sin())
                .sum();
            (sum * 6_000.0) as i16
        })
        .collect()
}

fn sound(samples: &[i16]) -> Sound {
    let mut maker = SoundMaker::default();
    // In pieces, as a decoder gives them.
    samples.chunks(5_000).for_each(|piece| maker.add(piece));
    maker.finish()
}

/// Coarser, quieter and with noise, as a copy of a copy is.
fn degraded(samples: &[i16]) -> Vec<i16> {
    let mut state = 7_u32;
    let worn = |sample: &i16| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (sample / 3 / 64 * 64) + (state >> 24) as i16
    };
    samples.iter().map(worn).collect()
}

#[test]
fn a_cut_and_worn_copy_is_found_where_it_lies() {
    let whole = melody(5, 40);
    let piece = degraded(&whole[10 * RATE..25 * RATE]);
    let found = sound_segments(&sound(&piece), &sound(&whole));
    assert_eq!(found.len(), 1, "{found:?}");
    let segment = found[0];
    assert!(
        (segment.to.0 - segment.from.0 - 10.0).abs() < 0.3,
        "{segment:?}"
    );
    // A code covers two and a half seconds, so a piece has fewer codes than its length.
    assert!(segment.from.1 - segment.from.0 > 10.0, "{segment:?}");
}

#[test]
fn other_melodies_and_silence_match_nothing() {
    let (one, other) = (sound(&melody(5, 30)), sound(&melody(99, 30)));
    assert!(sound_segments(&one, &other).is_empty());
    let silence = sound(&vec![0; 30 * RATE]);
    assert!(silence.is_silent() && !silence.codes.is_empty());
    assert!(sound_segments(&silence, &silence).is_empty());
}

#[test]
fn one_steady_tone_matches_nothing() {
    let tone = |pitch: f32| -> Vec<i16> {
        let value =
            |at: usize| (at as f32 / RATE as f32 * pitch * std::f32::consts::TAU).sin() * 9_000.0;
        (0..20 * RATE).map(|at| value(at) as i16).collect()
    };
    assert!(sound_segments(&sound(&tone(440.0)), &sound(&tone(440.0))).is_empty());
}

#[test]
fn the_search_names_the_recording_that_holds_it_and_no_other() {
    let all: Vec<Vec<i16>> = (0..8).map(|seed| melody(seed * 31 + 1, 20)).collect();
    let mut search = SoundSearch::default();
    all.iter().for_each(|samples| {
        search.insert(&sound(samples));
    });
    let piece = sound(&degraded(&all[3][4 * RATE..14 * RATE]));
    assert_eq!(search.likely(&piece).first(), Some(&3));
}

#[test]
fn no_sound_and_a_short_one_give_no_codes() {
    assert!(sound(&[]).codes.is_empty());
    assert!(sound(&[1_000; 500]).codes.is_empty());
}
