//! One media file: what it says of itself, and the print it is compared by.

use std::ops::ControlFlow;
use std::path::Path;

use bearings_match::media::{MediaPrint, PrintMaker};
use bearings_media::{Darkroom, MediaError, Pace, View};
use bearings_model::{MediaFacts, MediaKind};

/// What looking at one file gave.
#[derive(Clone, Debug)]
pub struct Looked {
    pub facts: MediaFacts,
    pub print: MediaPrint,
    /// What did not decode or says little, one sentence each; those of `facts` are among them.
    pub problems: Vec<String>,
}

/// Looks at a picture, a film or a recording, in the jail.
///
/// # Errors
/// Where nothing of it can be decoded: then there is nothing to compare either.
pub fn look(room: &Darkroom, path: &Path) -> Result<Looked, MediaError> {
    let facts = room.probe(path)?;
    let mut maker = PrintMaker::new(facts.kind);
    let mut problems = facts.problems.clone();
    match facts.kind {
        MediaKind::Image => picture(room, path, &mut maker, &mut problems)?,
        MediaKind::Video => {
            let shown = film(room, path, &facts, &mut maker);
            let heard = sound(room, path, &facts, &mut maker);
            either(shown, heard, &mut problems)?;
        }
        MediaKind::Audio => problems.extend(sound(room, path, &facts, &mut maker)?),
    }
    let print = maker.finish(facts.duration_ms);
    if print.says_little() {
        problems.push(
            "Every picture is too dark, flat or blurred to say much: it is kept and marked, and \
             matched with nothing on its own."
                .to_owned(),
        );
    }
    Ok(Looked {
        facts,
        print,
        problems,
    })
}

fn picture(
    room: &Darkroom,
    path: &Path,
    maker: &mut PrintMaker,
    problems: &mut Vec<String>,
) -> Result<(), MediaError> {
    let picture = room.picture(path)?;
    problems.extend(picture.problems);
    let size = (picture.width, picture.height);
    let taken = maker.frame(0, true, size, &picture.rgb);
    taken.map_err(|wrong| MediaError::NotDecoded(wrong.to_string()))
}

fn film(
    room: &Darkroom,
    path: &Path,
    facts: &MediaFacts,
    maker: &mut PrintMaker,
) -> Result<Vec<String>, MediaError> {
    let view = View::native(Pace::SecondsAndCuts);
    let mut wrong = None;
    let seen = room.frames(path, facts, view, |frame| {
        let size = (frame.width, frame.height);
        match maker.frame(frame.at_ms, frame.cut, size, frame.rgb) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                wrong = Some(error.to_string());
                ControlFlow::Break(())
            }
        }
    })?;
    let mut problems = seen.problems;
    problems.extend(wrong);
    Ok(problems)
}

/// A file without sound has none to hear; that is no problem.
fn sound(
    room: &Darkroom,
    path: &Path,
    facts: &MediaFacts,
    maker: &mut PrintMaker,
) -> Result<Vec<String>, MediaError> {
    if !facts
        .streams
        .iter()
        .any(|stream| stream.kind == MediaKind::Audio)
    {
        return Ok(Vec::new());
    }
    let heard = room.sound(path, facts, |samples| {
        maker.sound(samples);
        ControlFlow::Continue(())
    })?;
    Ok(heard.problems)
}

/// Pictures without sound or sound without pictures are still something; neither is an error.
fn either(
    shown: Result<Vec<String>, MediaError>,
    heard: Result<Vec<String>, MediaError>,
    problems: &mut Vec<String>,
) -> Result<(), MediaError> {
    match (shown, heard) {
        (Err(error), Err(_)) => return Err(error),
        (Err(error), Ok(told)) if !told.is_empty() => return Err(error),
        (shown, heard) => {
            for outcome in [shown, heard] {
                match outcome {
                    Ok(told) => problems.extend(told),
                    Err(error) => problems.push(error.to_string()),
                }
            }
        }
    }
    Ok(())
}
