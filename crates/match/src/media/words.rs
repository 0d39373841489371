//! A likeness in words, for people: what the two have in common, never which is the original.

use bearings_model::{Likeness, LikenessKind, MediaSegment, Region};

/// One or two sentences; `here` and `there` are the names of the two.
pub fn in_words(likeness: &Likeness, here: &str, there: &str) -> String {
    let mut said = match likeness.kind {
        LikenessKind::SameBytes => return format!("{here} and {there} are the same file."),
        LikenessKind::SameFrames => {
            return format!("{here} and {there} decode to the same pictures and sound.");
        }
        LikenessKind::Picture => format!("{here} and {there} show the same picture"),
        LikenessKind::Film => film(likeness, here, there),
        LikenessKind::Still => still(likeness, here, there),
        LikenessKind::Sound => return sound_alone(likeness, here, there),
        LikenessKind::Scene => {
            return format!(
                "{here} and {there} show one view, and no run of moments in common was found: one \
                 camera or one spot, not for certain a copy."
            );
        }
    };
    if likeness.mirrored {
        said.push_str(", one as in a mirror");
    }
    if likeness.turn.abs() > 5 {
        said.push_str(&format!(", turned by {} degrees", likeness.turn.abs()));
    }
    said.push_str(&places(likeness, here, there));
    said.push('.');
    if !likeness.sound.is_empty() {
        said.push_str(" The same recording is heard in both.");
    }
    said
}

fn film(likeness: &Likeness, here: &str, there: &str) -> String {
    let runs = likeness.segments.iter().map(|run| {
        let speed = match run.speed {
            speed if (0.97..=1.03).contains(&speed) => String::new(),
            speed => format!(" at {speed:.2} times the speed"),
        };
        format!(
            "{} of {here} is {} of {there}{speed}",
            span(run.here_ms),
            span(run.there_ms)
        )
    });
    format!(
        "{here} and {there} share pictures: {}",
        runs.collect::<Vec<_>>().join("; ")
    )
}

fn still(likeness: &Likeness, here: &str, there: &str) -> String {
    let run = likeness.segments.first();
    let at = |at: Option<u64>| clock(at.unwrap_or(0));
    let (a, b) = (
        run.map(|run| run.here_ms[0]),
        run.map(|run| run.there_ms[0]),
    );
    // The picture is the one without moments of its own.
    match (a, b) {
        (Some(0) | None, _) => format!("{here} shows what {there} shows at {}", at(b)),
        _ => format!("{there} shows what {here} shows at {}", at(a)),
    }
}

fn sound_alone(likeness: &Likeness, here: &str, there: &str) -> String {
    let runs: Vec<String> = likeness
        .sound
        .iter()
        .map(|run| {
            format!(
                "{} of {here} is {} of {there}",
                span(run.here_ms),
                span(run.there_ms)
            )
        })
        .collect();
    format!(
        "One recording is heard in both: {}. Their pictures have nothing in common; a song laid \
         over both would match the same way.",
        runs.join("; ")
    )
}

/// Which part of one is which part of the other, where it is not the whole of both.
fn places(likeness: &Likeness, here: &str, there: &str) -> String {
    let part = |region: Option<Region>, name: &str| {
        let region = region.filter(|region| region.width < 960 || region.height < 960)?;
        let percent = |value: u16| (f32::from(value) / 10.0).round();
        Some(format!(
            "{} % of the width and {} % of the height of {name}",
            percent(region.width),
            percent(region.height)
        ))
    };
    let parts: Vec<String> = [part(likeness.here, here), part(likeness.there, there)]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(", on {}", parts.join(" and "))
}

fn span([from, to]: [u64; 2]) -> String {
    format!("{}–{}", clock(from), clock(to))
}

/// Minutes and seconds, hours where there are any.
fn clock(ms: u64) -> String {
    let seconds = (ms + 500) / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// The runs of a likeness, with their lengths in seconds, for those who weigh how much is shared.
pub fn shared_seconds(segments: &[MediaSegment]) -> f32 {
    let lengths = segments
        .iter()
        .map(|run| run.here_ms[1].saturating_sub(run.here_ms[0]));
    lengths.sum::<u64>() as f32 / 1_000.0
}
