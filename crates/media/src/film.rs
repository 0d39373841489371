//! A film's frames, one at a time: decoded and chosen by ffmpeg in the jail, with the times at
//! which they are shown.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use bearings_model::{MediaFacts, MediaKind, Stream};

use crate::bytes::Looks;
use crate::darkroom::{INPUT, MOST_PIXELS, complaint, unless_stopped, words};
use crate::jail::{Child, Limits};
use crate::{Darkroom, MediaError};

/// Which frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The first of every second, and the first of every shot.
    SecondsAndCuts,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub pace: Pace,
    /// Frames are made smaller so that neither side is longer; `None` leaves their size.
    pub longest_side: Option<u32>,
}

impl View {
    /// Every pixel as decoded.
    pub fn native(pace: Pace) -> Self {
        View {
            pace,
            longest_side: None,
        }
    }

    pub fn at_most(pace: Pace, longest_side: u32) -> Self {
        View {
            pace,
            longest_side: Some(longest_side),
        }
    }
}

/// One frame as it is shown: turned as its file says.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// From the start of the file.
    pub at_ms: u64,
    pub width: u32,
    pub height: u32,
    /// Rows of red, green and blue from the top left: `width * height * 3` bytes.
    pub rgb: &'a [u8],
    /// How much it differs from the frame before, 0 to 1 (ffmpeg's scene score).
    pub change: f32,
    /// A new shot begins here: the first frame, or a change above [`CUT`].
    pub cut: bool,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub frames: u64,
    pub last_ms: u64,
    /// What did not decode, one sentence each.
    pub problems: Vec<String>,
}

/// Above this ffmpeg's documentation lets a new scene begin (filters, `select`: 0.3 to 0.5).
pub const CUT: f32 = 0.3;

impl Darkroom {
    /// Shows a film's frames one after the other until it ends or `show` breaks off. `facts` are
    /// [`Darkroom::probe`]'s of the same file. A film of which nothing decodes is an error; one
    /// that is cut off or damaged gives what it has, and says so.
    pub fn frames(
        &self,
        path: &Path,
        facts: &MediaFacts,
        view: View,
        mut show: impl FnMut(Frame<'_>) -> ControlFlow<()>,
    ) -> Result<Seen, MediaError> {
        let stream = film_of(facts).ok_or(MediaError::Lacks("moving pictures"))?;
        let (file, looks) = self.open(path)?;
        if looks == Looks::MovingWebp {
            return self.moving_picture(path, view, &mut show);
        }
        let size = Size::of(stream, view.longest_side)?;
        let most = size.bytes() as u64 * (1 << 24);
        let limits = Limits::for_length(facts.duration_ms, most);
        let child = self.ffmpeg(file, arguments(stream, &size, view), limits)?;
        watch(child, &size, facts, &mut show)
    }
}

pub(crate) fn film_of(facts: &MediaFacts) -> Option<&Stream> {
    facts
        .streams
        .iter()
        .find(|stream| stream.kind == MediaKind::Video)
}

/// A frame's size on the pipe, after turning.
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    fn of(stream: &Stream, longest: Option<u32>) -> Result<Self, MediaError> {
        let sides = stream.width.zip(stream.height);
        let (width, height) = sides
            .filter(|(width, height)| *width > 0 && *height > 0)
            .ok_or(MediaError::Lacks("pictures of a size"))?;
        within_reach(width.into(), height.into())?;
        let (width, height) = match stream.rotation {
            90 | 270 => (height, width),
            _ => (width, height),
        };
        let (width, height) = fit(width, height, longest.unwrap_or(u32::MAX));
        Ok(Size { width, height })
    }

    fn bytes(&self) -> usize {
        self.width as usize * self.height as usize * 3
    }
}

pub(crate) fn within_reach(width: u64, height: u64) -> Result<(), MediaError> {
    if width.saturating_mul(height) > MOST_PIXELS {
        let most = MOST_PIXELS / 1_000_000;
        return Err(MediaError::TooManyPixels {
            width,
            height,
            most,
        });
    }
    Ok(())
}

/// The largest size of the same shape with no side above `longest`; nothing is made larger.
pub(crate) fn fit(width: u32, height: u32, longest: u32) -> (u32, u32) {
    let side = width.max(height);
    if side <= longest {
        return (width, height);
    }
    let scaled = |n: u32| {
        let n = (u64::from(n) * u64::from(longest) + u64::from(side) / 2) / u64::from(side);
        (n as u32).max(1)
    };
    (scaled(width), scaled(height))
}

/// The decoder's settings. One thread: the caller has a file for every core.
fn arguments(stream: &Stream, size: &Size, view: View) -> Vec<String> {
    let chosen = match view.pace {
        // A frame is the first of its second if the one before was in another.
        Pace::SecondsAndCuts => {
            format!("isnan(prev_t)+gt(floor(t)\\,floor(prev_t))+gt(scene\\,{CUT})")
        }
        Pace::All => "gte(scene\\,0)".to_owned(),
    };
    let turn = match stream.rotation {
        90 => "transpose=clock,",
        180 => "hflip,vflip,",
        270 => "transpose=cclock,",
        _ => "",
    };
    // The area scaler without corrections is what vPDQ's reference asks swscale for.
    let scale = format!(
        "scale=w={}:h={}:flags=area,format=rgb24",
        size.width, size.height
    );
    let filters = format!(
        "select='{chosen}',metadata=mode=print:key=lavfi.scene_score:file=pipe\\\\:2:direct=1,\
         {turn}{scale}"
    );
    let mut all = words(&["-nostdin", "-hide_banner", "-loglevel", "error"]);
    all.extend(words(&["-threads", "1", "-noautorotate", "-max_pixels"]));
    all.push(MOST_PIXELS.to_string());
    all.extend(words(INPUT));
    all.extend(words(&["-map", "0:V:0", "-filter_threads", "1", "-vf"]));
    all.push(filters);
    all.extend(words(&["-fps_mode", "passthrough", "-f", "rawvideo"]));
    all.extend(words(&["-threads", "1", "pipe:1"]));
    all
}

fn watch(
    mut child: Child,
    size: &Size,
    facts: &MediaFacts,
    show: &mut impl FnMut(Frame<'_>) -> ControlFlow<()>,
) -> Result<Seen, MediaError> {
    let mut seen = Seen::default();
    let mut rgb = vec![0; size.bytes()];
    while child.output().read_exact(&mut rgb).is_ok() {
        let Some((at_ms, change)) = stamp(&mut child) else {
            break;
        };
        let frame = Frame {
            at_ms,
            width: size.width,
            height: size.height,
            rgb: &rgb,
            change,
            cut: seen.frames == 0 || change > CUT,
        };
        seen.frames += 1;
        seen.last_ms = at_ms;
        if show(frame).is_break() {
            return Ok(seen);
        }
    }
    let ending = child.finish();
    let stopped = unless_stopped(&ending);
    let said = complaint(&ending.said);
    if seen.frames == 0 {
        stopped?;
        let why = said.unwrap_or_else(|| "the film has no frames".to_owned());
        return Err(MediaError::NotDecoded(why));
    }
    seen.problems = problems(&seen, facts, said, stopped.err());
    Ok(seen)
}

/// What is wrong with a film that gave frames.
fn problems(
    seen: &Seen,
    facts: &MediaFacts,
    said: Option<String>,
    stopped: Option<MediaError>,
) -> Vec<String> {
    let mut problems = Vec::new();
    if let Some(stop) = stopped {
        problems.push(format!("Only a part was decoded: {stop}."));
    }
    if let Some(said) = said {
        problems.push(format!("Parts of the film did not decode: {said}."));
    }
    // A frame may stand for long, but hardly for more than this at the end of a film.
    const LAST_FRAME_MS: u64 = 3000;
    if let Some(promised) = facts.duration_ms
        && seen.last_ms + LAST_FRAME_MS < promised
    {
        problems.push(format!(
            "The pictures end at {:.1} s of the {:.1} s that the file says it lasts.",
            seen.last_ms as f64 / 1000.0,
            promised as f64 / 1000.0
        ));
    }
    problems
}

/// Time and change of the next frame, from the two lines ffmpeg prints before it.
fn stamp(child: &mut Child) -> Option<(u64, f32)> {
    let mut at_ms = None;
    loop {
        let line = child.stamp()?;
        if let Some(score) = line.strip_prefix("lavfi.scene_score=") {
            return Some((at_ms?, score.trim().parse().ok()?));
        }
        let (_, seconds) = line.split_once("pts_time:")?;
        let seconds: f64 = seconds.trim().parse().ok()?;
        at_ms = Some((seconds * 1000.0).round().max(0.0) as u64);
    }
}
