//! Pictures, films and recordings, from outside. The clips are made here by ffmpeg, which
//! `make test` installs.

use std::process::Command;

use serde_json::Value;

use crate::{Machine, Ran};

impl Machine {
    /// Runs with the system's programs in reach.
    fn run_with_tools(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command();
        command
            .args(arguments)
            .env("PATH", std::env::var("PATH").unwrap());
        Ran::of(command)
    }

    /// Makes a file with ffmpeg; gives its path.
    fn film(&self, name: &str, arguments: &[&str]) -> String {
        let path = self.path(name).display().to_string();
        let made = Command::new("ffmpeg")
            .args(["-v", "error", "-y", "-nostdin"])
            .args(arguments)
            .arg(&path)
            .status()
            .expect("ffmpeg is installed: `make test` does it");
        assert!(made.success(), "{name}");
        path
    }

    /// Twelve seconds of a drawn world through which the camera moves, with a tone that wanders.
    fn street(&self, name: &str) -> String {
        let pictures = "testsrc2=size=960x320:rate=12,scroll=h=0.004,crop=480:320:0:0";
        let sound = "aevalsrc=0.4*sin(2*PI*t*(300+200*sin(3*t)))+0.3*sin(2*PI*t*(700+90*sin(5*t*t))):s=22050";
        self.film(
            name,
            &[
                "-f", "lavfi", "-i", pictures, "-f", "lavfi", "-i", sound, "-t", "12", "-pix_fmt",
                "yuv420p",
            ],
        )
    }
}

fn similar(machine: &Machine, files: &[&str]) -> (Ran, Value) {
    let mut arguments = vec!["similar", "--json"];
    arguments.extend(files);
    let ran = machine.run_with_tools(&arguments);
    let value = serde_json::from_str(&ran.out).unwrap_or(Value::Null);
    (ran, value)
}

#[test]
fn a_cropped_piece_of_a_film_is_found_with_its_seconds_and_its_place() {
    let machine = Machine::new();
    let whole = machine.street("whole.mp4");
    let piece = machine.film(
        "piece.mp4",
        &[
            "-ss",
            "4",
            "-i",
            &whole,
            "-t",
            "6",
            "-vf",
            "crop=iw*.7:ih*.7",
            "-crf",
            "30",
        ],
    );
    let (ran, value) = similar(&machine, &[&whole, &piece]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let links = value["links"].as_array().unwrap();
    assert_eq!(links.len(), 1, "{value}");
    assert_eq!(
        (&links[0]["kind"], &links[0]["grade"]),
        (&"film".into(), &"likely".into())
    );
    let segment = &links[0]["segments"][0];
    let from = segment["there_ms"][0].as_u64().unwrap();
    assert!(from.abs_diff(4_000) <= 1_000, "{segment}");
    let width = links[0]["there"]["width"].as_u64().unwrap();
    assert!(width.abs_diff(700) <= 30, "{links:?}");
    assert!(
        ran.err.contains("Decoders"),
        "what protects is told: {}",
        ran.err
    );
}

#[test]
fn one_sound_under_two_pictures_is_possible_and_no_more() {
    let machine = Machine::new();
    let whole = machine.street("whole.mp4");
    let other = machine.film(
        "other.mp4",
        &[
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=320x240:rate=10:duration=12",
            "-i",
            &whole,
            "-map",
            "0:v",
            "-map",
            "1:a",
            "-c:a",
            "aac",
            "-b:a",
            "96k",
            "-pix_fmt",
            "yuv420p",
        ],
    );
    let (_, value) = similar(&machine, &[&whole, &other]);
    let links = value["links"].as_array().unwrap();
    assert_eq!(links.len(), 1, "{value}");
    assert_eq!(
        (&links[0]["kind"], &links[0]["grade"]),
        (&"sound".into(), &"possible".into())
    );
}

#[test]
fn bad_files_get_one_sentence_each_and_the_rest_is_compared() {
    let machine = Machine::new();
    let whole = machine.street("whole.mp4");
    let bytes = std::fs::read(&whole).unwrap();
    let again = machine.write("again.mp4", &bytes);
    let cut = machine.write("cut.mp4", &bytes[..2_000]);
    let zip = machine.write("zip.mp4", b"PK\x03\x04 and the rest of an archive");
    let empty = machine.write("empty.mp4", b"");
    let (ran, value) = similar(&machine, &[&whole, &cut, &zip, &empty, &again]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    for name in ["cut.mp4", "zip.mp4", "empty.mp4"] {
        let said = ran
            .err
            .lines()
            .filter(|line| line.contains(&format!("'{name}'")))
            .count();
        assert_eq!(said, 1, "{name}: {}", ran.err);
    }
    let links = value["links"].as_array().unwrap();
    assert_eq!(links.len(), 1);
    assert_eq!(links[0]["kind"], "same_bytes");
}

#[test]
fn without_ffmpeg_films_are_named_and_pictures_are_still_compared() {
    let machine = Machine::new();
    let film = machine.street("film.mp4");
    let picture = machine.film("a.png", &["-ss", "2", "-i", &film, "-frames:v", "1"]);
    let smaller = machine.film(
        "b.jpg",
        &["-i", &picture, "-vf", "scale=300:200", "-q:v", "8"],
    );
    let ran = machine.run(&["similar", "--json", &film, &picture, &smaller]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("ffmpeg is not installed"), "{}", ran.err);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["links"].as_array().unwrap().len(), 1, "{value}");
    assert_eq!(value["links"][0]["kind"], "picture");
}

/// A case with a clip of 2016 and a mirrored copy said to show a day of 2022.
pub(super) fn case(machine: &Machine) -> String {
    let whole = machine.street("at-home.mp4");
    let copy = machine.film("copy.mp4", &["-i", &whole, "-vf", "hflip", "-crf", "32"]);
    assert_eq!(machine.run_with_tools(&["new", "case"]).code, 0);
    let told = ["--case", "case", "add", "--published", "2016-05-01"];
    let ran = machine.run_with_tools(&[&told[..], &[&whole]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = [
        "--case",
        "case",
        "add",
        "--published",
        "2022-02-27",
        "--shows",
        "2022-02-27",
    ];
    let ran = machine.run_with_tools(&[&told[..], &[&copy]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let status = machine.run_with_tools(&["--case", "case", "--json", "status"]);
    let value: Value = serde_json::from_str(&status.out).unwrap();
    assert_eq!(value["waiting"]["likenesses"], 1, "{value}");
    let sentence = value["likenesses"][0].as_str().unwrap().to_owned();
    assert!(
        sentence.contains("First seen 2016-05-01, said to show 2022-02-27"),
        "{sentence}"
    );
    assert!(sentence.contains("mirror"), "{sentence}");
    let pair = sentence.rsplit_once('[').unwrap().1.trim_end_matches(']');
    pair.to_owned()
}

fn rule(machine: &Machine, decision: &str, pair: &str) {
    let why = ["--why", "looked at both"];
    let ruling = [&["--case", "case", "rule", decision, pair][..], &why].concat();
    assert_eq!(machine.run_with_tools(&ruling).code, 0);
}

#[test]
fn old_footage_is_told_in_the_account_only_once_a_person_has_ruled() {
    let machine = Machine::new();
    let pair = case(&machine);
    let account = |to: &str| {
        let ran = machine.run_with_tools(&["--case", "case", "account", "--out", to]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        std::fs::read_to_string(machine.path(to).join("index.html")).unwrap()
    };
    let before = account("before");
    assert!(
        !before.contains("said to show 2022-02-27, and"),
        "nobody has ruled"
    );
    assert!(before.contains("1 likeness was found by the machine"));
    rule(&machine, "accept", &pair);
    let after = account("after");
    assert!(after.contains("Film 2 is said to show 2022-02-27, and shares moving pictures with Film 1, which was first seen 2016-05-01"));
    assert!(!after.contains("at-home"), "no file's name is published");
}

#[test]
fn an_old_clip_cannot_show_a_later_day_and_the_order_says_by_which_clues() {
    let machine = Machine::new();
    let pair = case(&machine);
    rule(&machine, "accept", &pair);
    let ran = machine.run_with_tools(&["--case", "case", "--json", "order"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let left_out = told["order"]["left_out"].to_string();
    assert!(left_out.contains("copy.mp4, said to show"), "{told}");
    for reason in ["at-home.mp4, published", "share moments"] {
        assert!(left_out.contains(reason), "{reason}: {left_out}");
    }
    let status = machine.run_with_tools(&["--case", "case", "--json", "status"]);
    let status: Value = serde_json::from_str(&status.out).unwrap();
    let conflicts = status["time_conflicts"].to_string();
    assert!(conflicts.contains("said to show"), "{conflicts}");
    let bound = told["order"]["events"].to_string();
    assert!(bound.contains("2016-05-01 23:59:59"), "{bound}");
}

#[test]
fn a_likeness_that_was_rejected_stays_away_after_a_rebuild() {
    let machine = Machine::new();
    let pair = case(&machine);
    rule(&machine, "reject", &pair);
    assert_eq!(
        machine.run_with_tools(&["--case", "case", "rebuild"]).code,
        0
    );
    let status = machine.run_with_tools(&["--case", "case", "--json", "status"]);
    let value: Value = serde_json::from_str(&status.out).unwrap();
    assert_eq!(value["likenesses"].as_array().unwrap().len(), 0, "{value}");
    assert_eq!(value["media"], 2);
}

#[test]
fn a_file_is_compared_with_what_a_case_holds_and_is_not_kept() {
    let machine = Machine::new();
    case(&machine);
    let whole = machine.path("at-home.mp4").display().to_string();
    let piece = machine.film(
        "piece.mp4",
        &["-ss", "3", "-i", &whole, "-t", "5", "-vf", "hue=s=0"],
    );
    let ran = machine.run_with_tools(&["--case", "case", "--json", "similar", &piece]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    let links = value["links"].as_array().unwrap();
    assert_eq!(links.len(), 2, "the clip and its mirrored copy: {value}");
    let status = machine.run_with_tools(&["--case", "case", "--json", "status"]);
    let status: Value = serde_json::from_str(&status.out).unwrap();
    assert_eq!(status["items"], 2);
}

#[cfg(unix)]
#[test]
fn speech_written_down_by_a_persons_own_command_becomes_a_text_once() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    let film = machine.street("film.mp4");
    let script = "#!/bin/sh\ncat >/dev/null\nprintf '1\\n00:00:00,000 --> 00:00:02,000\\nThe mayor said three people were killed.\\n'\n";
    let command = machine.write("writer", script);
    std::fs::set_permissions(&command, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(machine.run_with_tools(&["new", "case"]).code, 0);
    let arguments = [
        "--case",
        "case",
        "--transcriber",
        &command,
        "add",
        "--source",
        "A resident",
        "--published",
        "2022-02-27",
        &film,
    ];
    let ran = machine.run_with_tools(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("2 items and 1 claims"), "{}", ran.out);
    let again = machine.run_with_tools(&["--case", "case", "--transcriber", &command, "rebuild"]);
    assert_eq!(again.code, 0, "{}", again.err);
    let ledger = std::fs::read_to_string(machine.path("case").join("ledger.jsonl")).unwrap();
    assert_eq!(ledger.matches("\"method\":\"speech\"").count(), 1);
}
