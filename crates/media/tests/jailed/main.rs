//! Everything that needs the jail: this program is its own launcher, as `bearings` is.
//!
//! Where ffmpeg is missing these tests fail and do not skip: scripts/install.sh installs it.

mod checker;
mod film;
mod jail;
mod made;
mod picture;
mod probe;
mod reading;
mod sound;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).peekable();
    if arguments
        .next_if(|word| word == bearings_media::JAILED)
        .is_some()
    {
        return bearings_media::jailed_main(arguments);
    }
    if let Some(part) = checker::part() {
        return part();
    }
    let groups = [
        checker::TESTS,
        jail::TESTS,
        probe::TESTS,
        film::TESTS,
        picture::TESTS,
        reading::TESTS,
        sound::TESTS,
    ];
    let trials = groups.into_iter().flatten().map(|(name, test)| {
        Trial::test(*name, move || {
            test();
            Ok::<(), Failed>(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// A test by its name.
type Test = (&'static str, fn());

/// Lists functions as tests.
#[macro_export]
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        pub const TESTS: &[$crate::Test] = &[$((stringify!($name), $name)),*];
    };
}
