//! Which of many recordings share codes with one, at one offset. Proposes only.

use std::collections::HashMap;

use super::Sound;
use super::align::halves;

/// A half code that stands in more places than this is silence's or a tone's neighbour.
const MOST_PLACES: usize = 4_096;

/// Half codes that must meet at one offset, give or take a step.
const FEWEST_VOTES: u32 = 6;

#[derive(Debug, Default)]
pub struct SoundSearch {
    places: HashMap<u32, Vec<(u32, u32)>>,
    count: u32,
}

impl SoundSearch {
    /// Puts a recording in; gives its number, counted from 0.
    pub fn insert(&mut self, sound: &Sound) -> u32 {
        let number = self.count;
        self.count += 1;
        for (at, code) in sound.codes.iter().enumerate() {
            if sound.loud[at] {
                for half in halves(*code) {
                    self.places
                        .entry(half)
                        .or_default()
                        .push((number, at as u32));
                }
            }
        }
        number
    }

    /// Recordings that share codes at one offset, most votes first.
    pub fn likely(&self, sound: &Sound) -> Vec<u32> {
        let mut votes: HashMap<(u32, i64), u32> = HashMap::new();
        for (at, code) in sound
            .codes
            .iter()
            .enumerate()
            .filter(|(at, _)| sound.loud[*at])
        {
            for half in halves(*code) {
                let places = self.places.get(&half).map_or(&[][..], Vec::as_slice);
                if places.len() <= MOST_PLACES {
                    for (number, place) in places {
                        *votes
                            .entry((*number, i64::from(*place) - at as i64))
                            .or_default() += 1;
                    }
                }
            }
        }
        let mut best: HashMap<u32, u32> = HashMap::new();
        for ((number, _), count) in votes
            .into_iter()
            .filter(|(_, count)| *count >= FEWEST_VOTES)
        {
            let held = best.entry(number).or_default();
            *held = count.max(*held);
        }
        let mut ranked: Vec<(u32, u32)> = best
            .into_iter()
            .map(|(number, count)| (count, number))
            .collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().map(|(_, number)| number).collect()
    }
}
