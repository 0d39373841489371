//! Prints what files say of themselves, and with `--frames` or `--sound` develops them: what the
//! measurements in docs/decisions/0017-media.md were made with. `time` it for its children's processor time.
#![allow(clippy::print_stdout)]

use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use bearings_media::{Darkroom, JAILED, Keyframes, Pace, View, Waveform, contact_sheet};

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1).peekable();
    if words.next_if(|word| word == JAILED).is_some() {
        return bearings_media::jailed_main(words);
    }
    let Ok(launcher) = std::env::current_exe() else {
        return ExitCode::FAILURE;
    };
    let room = Darkroom::new(launcher);
    let mut what = String::new();
    for word in words {
        match word.to_str() {
            Some(option) if option.starts_with("--") => what = option.to_owned(),
            _ => develop(&room, Path::new(&word), &what),
        }
    }
    ExitCode::SUCCESS
}

fn develop(room: &Darkroom, path: &Path, what: &str) {
    let facts = match room.probe(path) {
        Ok(facts) => facts,
        Err(error) => return println!("{}: {error}", path.display()),
    };
    match what {
        "--frames" => {
            let mut keyframes = Keyframes::default();
            let seen = room.frames(path, &facts, View::native(Pace::SecondsAndCuts), |frame| {
                keyframes.see(&frame);
                ControlFlow::Continue(())
            });
            let sheet = contact_sheet(&keyframes.finish()).map_or(0, |bytes| bytes.len());
            println!("{}: {seen:?}, a sheet of {sheet} bytes", path.display());
        }
        "--sound" => {
            let mut wave = Waveform::default();
            let heard = room.sound(path, &facts, |samples| {
                wave.hear(samples);
                ControlFlow::Continue(())
            });
            let drawn = wave.svg().map_or(0, |svg| svg.len());
            println!("{}: {heard:?}, a waveform of {drawn} bytes", path.display());
        }
        "--picture" => println!("{}: {:?}", path.display(), room.picture(path)),
        _ => println!("{}: {facts:#?}", path.display()),
    }
}
