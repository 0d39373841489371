//! The jail is held to its word: each thing a taken-over decoder would try.

use bearings_media::{Darkroom, Files, Jail, Limits, Misdeed, Protection, Stop, Tools};

use crate::made::{Bench, launcher};

crate::tests![
    another_file_is_not_read,
    no_file_is_written,
    the_network_is_not_reached,
    no_program_is_started,
    memory_has_an_end,
    time_has_an_end,
    output_has_an_end,
    without_landlock_bubblewrap_hides_the_files,
    without_either_nothing_connects_starts_or_writes,
    what_protects_is_said,
    the_jailed_command_does_nothing_for_people,
    where_all_is_installed_only_what_protects_is_said,
    a_decoder_that_cannot_start_is_said_at_once,
];

fn small() -> Limits {
    Limits {
        memory_bytes: 256 << 20,
        processor_s: 1,
        wall_s: 20,
        output_bytes: 1 << 20,
    }
}

fn tempt(jail: &Jail, misdeed: Misdeed, limits: Limits) -> (String, Option<Stop>) {
    let bench = Bench::new();
    let input = bench.write("input", b"one file");
    jail.tempt(misdeed, &input, limits)
        .expect("the child starts")
}

fn refused(jail: &Jail, misdeed: Misdeed) {
    let (said, stopped) = tempt(jail, misdeed, small());
    assert!(said.starts_with("refused: "), "{misdeed:?}: {said}");
    assert_eq!(stopped, None);
}

fn killed(jail: &Jail, misdeed: Misdeed, with: Limits, why: Stop) {
    let (said, stopped) = tempt(jail, misdeed, with);
    assert_eq!(stopped, Some(why), "{misdeed:?}: {said}");
}

fn whole() -> Jail {
    let jail = Jail::new(launcher());
    assert_ne!(
        jail.protection().files,
        Files::Nothing,
        "Landlock or bubblewrap is needed to test"
    );
    jail
}

fn another_file_is_not_read() {
    refused(&whole(), Misdeed::ReadAnotherFile);
}

fn no_file_is_written() {
    refused(&whole(), Misdeed::WriteAFile);
}

fn the_network_is_not_reached() {
    killed(&whole(), Misdeed::Connect, small(), Stop::Forbidden);
}

fn no_program_is_started() {
    killed(&whole(), Misdeed::StartAProgram, small(), Stop::Forbidden);
}

fn memory_has_an_end() {
    let limits = small();
    killed(
        &whole(),
        Misdeed::EatMemory,
        limits,
        Stop::Memory(limits.memory_bytes),
    );
}

fn time_has_an_end() {
    killed(&whole(), Misdeed::Spin, small(), Stop::Processor(1));
    let hasty = Limits {
        wall_s: 1,
        ..small()
    };
    killed(&whole(), Misdeed::Sleep, hasty, Stop::Wall(1));
}

fn output_has_an_end() {
    killed(
        &whole(),
        Misdeed::PrintWithoutEnd,
        small(),
        Stop::Output(1 << 20),
    );
}

fn without_landlock_bubblewrap_hides_the_files() {
    let Some(bubblewrap) = Protection::bubblewrap() else {
        // Containers may forbid its rooms; then there is nothing to test.
        assert!(Jail::new(launcher()).protection().files == Files::Landlock);
        return;
    };
    let protection = Protection {
        files: Files::Bubblewrap(bubblewrap),
        calls_sieved: true,
    };
    let jail = Jail::with(launcher(), protection);
    refused(&jail, Misdeed::ReadAnotherFile);
    refused(&jail, Misdeed::WriteAFile);
    killed(&jail, Misdeed::Connect, small(), Stop::Forbidden);
    killed(&jail, Misdeed::StartAProgram, small(), Stop::Forbidden);
    killed(&jail, Misdeed::Spin, small(), Stop::Processor(1));
}

fn without_either_nothing_connects_starts_or_writes() {
    let protection = Protection {
        files: Files::Nothing,
        calls_sieved: true,
    };
    let jail = Jail::with(launcher(), protection);
    refused(&jail, Misdeed::WriteAFile);
    killed(&jail, Misdeed::Connect, small(), Stop::Forbidden);
    killed(&jail, Misdeed::StartAProgram, small(), Stop::Forbidden);
}

fn what_protects_is_said() {
    let said = |files| {
        Protection {
            files,
            calls_sieved: true,
        }
        .sentence()
    };
    assert!(said(Files::Landlock).contains("Landlock"));
    assert!(said(Files::Nothing).contains("could read your other files"));
}

fn the_jailed_command_does_nothing_for_people() {
    for words in [&[][..], &["help"], &["{}"]] {
        let output = std::process::Command::new(launcher())
            .arg(bearings_media::JAILED)
            .args(words)
            .output()
            .expect("it starts");
        assert_eq!(output.status.code(), Some(125));
        assert!(output.stdout.is_empty());
    }
}

fn where_all_is_installed_only_what_protects_is_said() {
    let tools = Tools {
        credentials: Some(crate::checker::WELL.program()),
        ..Tools::find()
    };
    let said = Darkroom::with(Jail::new(launcher()), tools).sentences();
    assert_eq!(said.len(), 1, "{said:?}");
}

fn a_decoder_that_cannot_start_is_said_at_once() {
    let shell = Some("/bin/sh".into());
    let tools = Tools {
        ffmpeg: shell.clone(),
        ffprobe: shell,
        ..Tools::default()
    };
    let said = Darkroom::with(Jail::new(launcher()), tools).sentences();
    assert!(
        said[1].starts_with("ffmpeg does not run in the jail"),
        "{said:?}"
    );
}
