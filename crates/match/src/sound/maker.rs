//! Samples to codes.

use rusty_chromaprint::{Configuration, Fingerprinter};

use super::Sound;

const RATE_HZ: u32 = 11_025;
const STEP: usize = 1_365;

/// A code covers this many steps: a window of three and sixteen rows of chroma.
const COVERED: usize = 18;

/// The loudest of a step, of 32,768, that is still silence: 48 dB below full.
const SILENCE: u16 = 128;

/// Takes samples as they are decoded.
pub struct SoundMaker {
    fingerprinter: Fingerprinter,
    /// The loudest sample of each step.
    peaks: Vec<u16>,
    in_step: usize,
}

impl std::fmt::Debug for SoundMaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SoundMaker")
            .field("steps", &self.peaks.len())
            .finish_non_exhaustive()
    }
}

impl Default for SoundMaker {
    fn default() -> Self {
        let mut fingerprinter = Fingerprinter::new(&Configuration::preset_test2());
        fingerprinter
            .start(RATE_HZ, 1)
            .expect("the rate is the fingerprinter's own");
        Self {
            fingerprinter,
            peaks: Vec::new(),
            in_step: STEP,
        }
    }
}

impl SoundMaker {
    /// One channel, 11,025 samples a second.
    pub fn add(&mut self, samples: &[i16]) {
        self.fingerprinter.consume(samples);
        for sample in samples {
            if self.in_step == STEP {
                self.peaks.push(0);
                self.in_step = 0;
            }
            self.in_step += 1;
            if let Some(peak) = self.peaks.last_mut() {
                *peak = (*peak).max(sample.unsigned_abs());
            }
        }
    }

    pub fn finish(mut self) -> Sound {
        self.fingerprinter.finish();
        let codes = self.fingerprinter.fingerprint().to_vec();
        let loud = (0..codes.len()).map(|at| {
            let end = (at + COVERED).min(self.peaks.len());
            let heard = self.peaks[at.min(end)..end]
                .iter()
                .filter(|peak| **peak > SILENCE)
                .count();
            heard * 2 >= COVERED
        });
        Sound {
            loud: loud.collect(),
            codes,
        }
    }
}
