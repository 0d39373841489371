//! A recording at a glance: how loud it is when. Samples in, an SVG out; a recording of any length
//! takes the same few kilobytes.

use std::fmt::Write as _;

/// Draws while the sound passes.
#[derive(Clone, Debug)]
pub struct Waveform {
    /// Lowest and highest sample of each piece.
    pieces: Vec<(i16, i16)>,
    /// Samples in a piece; doubles when there are too many pieces.
    each: u64,
    /// Samples in the last piece.
    filled: u64,
}

/// More columns than a screen shows in one picture.
const MOST_PIECES: usize = 1200;
const HEIGHT: u32 = 120;

impl Default for Waveform {
    fn default() -> Self {
        Waveform {
            pieces: Vec::new(),
            each: 64,
            filled: 0,
        }
    }
}

impl Waveform {
    pub fn hear(&mut self, samples: &[i16]) {
        for &sample in samples {
            match self.pieces.last_mut() {
                Some((low, high)) if self.filled < self.each => {
                    *low = sample.min(*low);
                    *high = sample.max(*high);
                    self.filled += 1;
                }
                _ => self.begin(sample),
            }
        }
    }

    fn begin(&mut self, sample: i16) {
        if self.pieces.len() == MOST_PIECES {
            let both = |two: &[(i16, i16); 2]| (two[0].0.min(two[1].0), two[0].1.max(two[1].1));
            self.pieces = self.pieces.as_chunks::<2>().0.iter().map(both).collect();
            self.each *= 2;
        }
        self.pieces.push((sample, sample));
        self.filled = 1;
    }

    /// An SVG without script, style or link; `None` without sound. Time runs from left to right
    /// over the whole recording.
    pub fn svg(&self) -> Option<String> {
        if self.pieces.is_empty() {
            return None;
        }
        let width = self.pieces.len();
        let middle = f64::from(HEIGHT) / 2.0;
        let y = |sample: i16| middle - f64::from(sample) / 32_768.0 * middle;
        let mut path = String::new();
        for (x, (low, high)) in self.pieces.iter().enumerate() {
            let (top, bottom) = (y(*high) - 0.5, y(*low) + 0.5);
            let _ = write!(path, "M{x}.5 {top:.1}V{bottom:.1}");
        }
        Some(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {HEIGHT}\" \
             preserveAspectRatio=\"none\"><path d=\"{path}\" stroke=\"#444\" fill=\"none\"/></svg>"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loud_is_tall_and_silence_is_a_line() {
        let mut wave = Waveform::default();
        wave.hear(&[0; 64]);
        wave.hear(&[i16::MIN, i16::MAX]);
        let svg = wave.svg().expect("sound");
        assert!(svg.contains("M0.5 59.5V60.5"), "{svg}");
        assert!(svg.contains("M1.5 -0.5V120.5"), "{svg}");
        assert_eq!(Waveform::default().svg(), None);
    }

    #[test]
    fn a_long_recording_takes_no_more_room_and_loses_no_peak() {
        let mut wave = Waveform::default();
        let mut samples = vec![0; 1_000_000];
        samples[777_777] = 30_000;
        for piece in samples.chunks(4096) {
            wave.hear(piece);
        }
        assert!(wave.pieces.len() <= MOST_PIECES);
        assert_eq!(
            wave.pieces.iter().filter(|piece| piece.1 == 30_000).count(),
            1
        );
        let covered = (wave.pieces.len() as u64 - 1) * wave.each + wave.filled;
        assert_eq!(covered, 1_000_000);
    }
}
