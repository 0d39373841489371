//! Pictures, film and sound: bytes to frames and samples, and what a file says of itself.
//!
//! Everything that comes in is hostile: no decoder runs outside the jail, and none sees more than
//! its one file. Compares nothing, keeps nothing.
//!
//! A [`Darkroom`] is made once, with the program that answers to [`JAILED`] (`bearings` itself, or
//! a test whose `main` calls [`jailed_main`]):
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use bearings_media::{Darkroom, Pace, View};
//!
//! let room = Darkroom::new(std::env::current_exe()?);
//! let file = std::path::Path::new("clip.mp4");
//! let facts = room.probe(file)?; // bearings_model::MediaFacts
//! let seen = room.frames(file, &facts, View::native(Pace::SecondsAndCuts), |frame| {
//!     // frame.at_ms, frame.cut, frame.width, frame.height, frame.rgb (rows of RGB, top down)
//!     std::ops::ControlFlow::Continue(())
//! })?;
//! println!("{} frames; {:?}", seen.frames, seen.problems);
//! let heard = room.sound(file, &facts, |samples: &[i16]| {
//!     // mono, SOUND_HZ a second
//!     std::ops::ControlFlow::Continue(())
//! })?;
//! let picture = room.picture(std::path::Path::new("photo.jpg"))?; // width, height, rgb
//! # Ok(())
//! # }
//! ```
//!
//! A picture with one frame is read by [`Darkroom::picture`]; one that moves (GIF, WebP) is a film
//! to [`Darkroom::probe`] and is read by [`Darkroom::frames`].

mod bytes;
mod credentials;
mod darkroom;
mod decoded;
mod error;
mod film;
mod jail;
mod lettering;
#[doc(hidden)]
pub mod parsers;
mod picture;
mod probe;
mod sheet;
mod sound;
mod speech;
mod tools;
mod wave;

pub use darkroom::Darkroom;
pub use error::MediaError;
pub use film::{CUT, Frame, Pace, Seen, View};
pub use jail::{Files, JAILED, Jail, Limits, Misdeed, Protection, Stop, jailed_main};
pub use lettering::Lettering;
pub use picture::Picture;
pub use sheet::{Keyframe, Keyframes, MOST_TILES, TILE, contact_sheet, thumbnail};
pub use sound::{Heard, SOUND_HZ};
pub use speech::{Said, Transcriber, Transcript};
pub use tools::{Tesseract, Tools};
pub use wave::Waveform;
