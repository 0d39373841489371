//! What a file says of itself: ffprobe's answer, or the picture's head, as facts with their basis.

mod answer;
mod container;
mod pace;

use std::io::Read;
use std::path::Path;

use bearings_model::{Credentials, MediaFacts, MediaKind, Stream};

use crate::bytes::Looks;
use crate::darkroom::{INPUT, complaint, unless_stopped, words};
use crate::film::within_reach;
use crate::jail::Limits;
use crate::picture::Written;
use crate::{Darkroom, MediaError};

pub(crate) use answer::Answer;

/// ffprobe's answer is text of a few kilobytes; a file with thousands of streams is not looked at.
const MOST_ANSWER: u64 = 4 << 20;

impl Darkroom {
    /// What the file says of itself, known by its bytes whatever its name.
    pub fn probe(&self, path: &Path) -> Result<MediaFacts, MediaError> {
        let (_, looks) = self.open(path)?;
        let credentials = self.credentials(path)?;
        let facts = match looks {
            Looks::Picture => self.picture_facts(path, MediaKind::Image)?,
            Looks::MovingWebp => self.picture_facts(path, MediaKind::Video)?,
            Looks::ForeignPicture => self.foreign_facts(path)?,
            _ => self.film_facts(path, MediaKind::Video)?,
        };
        Ok(mark_stripped(MediaFacts {
            credentials,
            ..facts
        }))
    }

    fn picture_facts(&self, path: &Path, kind: MediaKind) -> Result<MediaFacts, MediaError> {
        let (head, _) = self.develop(path, false)?;
        within_reach(head.width.into(), head.height.into())?;
        let codec = head.format.clone();
        let mut stream = still(codec, head.width, head.height, head.orientation);
        stream.kind = kind;
        let mut facts = empty(kind, head.format, vec![stream]);
        facts.problems.extend(head.damage);
        if let Some(failure) = head.failure {
            facts
                .problems
                .push(format!("The picture is damaged: {failure}."));
        }
        Ok(with_written(facts, head.written))
    }

    /// Where ffprobe knows nothing of the format, EXIF is still read.
    fn foreign_facts(&self, path: &Path) -> Result<MediaFacts, MediaError> {
        let written = self.develop(path, false)?.0.written;
        let facts = match self.film_facts(path, MediaKind::Image) {
            Err(MediaError::NotDecoded(_)) => {
                let mut facts = empty(MediaKind::Image, String::new(), Vec::new());
                facts.problems.push(format!("{}.", MediaError::NoDecoder));
                facts
            }
            other => other?,
        };
        Ok(if written == Written::default() {
            facts
        } else {
            with_written(facts, written)
        })
    }

    fn film_facts(&self, path: &Path, kind: MediaKind) -> Result<MediaFacts, MediaError> {
        let answer = self.streams(path)?;
        let mut streams = answer.streams();
        let moves = streams.iter().any(|s| s.kind == MediaKind::Video);
        let kind = match (kind, moves) {
            (MediaKind::Image, _) => MediaKind::Image,
            (_, true) => MediaKind::Video,
            _ => MediaKind::Audio,
        };
        for stream in &streams {
            let (width, height) = (stream.width.unwrap_or(0), stream.height.unwrap_or(0));
            within_reach(width.into(), height.into())?;
        }
        if let Some(film) = streams.iter_mut().find(|s| s.kind == MediaKind::Video) {
            film.variable_rate = self.paces(path)?;
        }
        let mut facts = empty(kind, answer.container(), streams);
        facts.duration_ms = answer.duration_ms();
        facts.problems.extend(answer.problem.clone());
        Ok(with_written(facts, container::written(&answer)))
    }

    /// Asks ffprobe; a file in which it finds neither pictures nor sound is an error.
    pub(crate) fn streams(&self, path: &Path) -> Result<Answer, MediaError> {
        let said = self.ask(path, &["-show_format", "-show_streams", "-of", "json"])?;
        let answer = Answer::read(&said.0);
        let problem = complaint(&said.1);
        match answer {
            Some(mut answer) if answer.has_media() => {
                answer.problem = problem.map(|said| format!("The file is damaged: {said}."));
                Ok(answer)
            }
            _ => Err(MediaError::NotDecoded(problem.unwrap_or_else(|| {
                "ffmpeg finds neither pictures nor sound in it".to_owned()
            }))),
        }
    }

    /// Whether the frames come at uneven distances.
    fn paces(&self, path: &Path) -> Result<bool, MediaError> {
        let entries = ["-select_streams", "V:0", "-show_entries", "packet=pts_time"];
        let first = format!("%+#{}", pace::LOOKED_AT);
        let mut arguments = entries.to_vec();
        arguments.extend(["-of", "csv=p=0", "-read_intervals", &first]);
        Ok(pace::uneven(&self.ask(path, &arguments)?.0))
    }

    fn ask(&self, path: &Path, what: &[&str]) -> Result<(String, String), MediaError> {
        let (file, _) = self.open(path)?;
        let mut all = words(&["-v", "error"]);
        all.extend(words(what));
        all.extend(words(INPUT));
        let mut child = self.ffprobe(file, all, Limits::short())?;
        let mut answer = Vec::new();
        child.output().take(MOST_ANSWER).read_to_end(&mut answer)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        Ok((String::from_utf8_lossy(&answer).into_owned(), ending.said))
    }
}

fn empty(kind: MediaKind, container: String, streams: Vec<Stream>) -> MediaFacts {
    MediaFacts {
        kind,
        container,
        duration_ms: None,
        streams,
        times: Vec::new(),
        position: None,
        device: None,
        software: None,
        credentials: Credentials::None,
        stripped: false,
        problems: Vec::new(),
    }
}

fn still(codec: String, width: u32, height: u32, orientation: u8) -> Stream {
    Stream {
        kind: MediaKind::Image,
        codec,
        width: Some(width),
        height: Some(height),
        rotation: match orientation {
            3 | 4 => 180,
            5 | 6 => 90,
            7 | 8 => 270,
            _ => 0,
        },
        frame_rate: None,
        variable_rate: false,
        sample_rate_hz: None,
        channels: None,
    }
}

fn with_written(facts: MediaFacts, written: Written) -> MediaFacts {
    MediaFacts {
        times: written.times,
        position: written.position,
        device: written.device,
        software: written.software,
        ..facts
    }
}

fn mark_stripped(mut facts: MediaFacts) -> MediaFacts {
    facts.stripped = facts.times.is_empty()
        && facts.position.is_none()
        && facts.device.is_none()
        && facts.credentials == Credentials::None;
    facts
}

/// For [`crate::parsers`].
pub(crate) fn feed(text: &str) {
    pace::uneven(text);
    if let Some(answer) = Answer::read(text) {
        let facts = container::written(&answer);
        let near = |p: &bearings_model::StatedPosition| p.lat.abs() <= 90.0 && p.lon.abs() <= 180.0;
        assert!(facts.position.as_ref().is_none_or(near));
        assert!(
            answer
                .streams()
                .iter()
                .all(|stream| stream.rotation % 90 == 0)
        );
        let _ = (answer.container(), answer.duration_ms());
    }
}
