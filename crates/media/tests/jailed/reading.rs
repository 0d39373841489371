//! Words in pictures and speech in recordings, read by other programs.

use bearings_media::{Darkroom, Jail, MediaError, Said, Tools, Transcriber};

use crate::made::{Bench, TEN_SECONDS, darkroom, launcher};

crate::tests![
    words_are_read_with_their_places,
    without_tesseract_it_is_said,
    speech_is_written_down_by_the_users_command,
    a_command_that_fails_is_told,
    a_command_that_is_not_there_is_told_at_once,
];

fn words_are_read_with_their_places() {
    let bench = Bench::new();
    bench.write("words.txt", "вул. Сумська, 12".as_bytes());
    let font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    let text = bench.path("words.txt");
    let sign = bench.film(
        "sign.png",
        &format!(
            "-f lavfi -i color=white:size=900x240,drawtext=textfile={}:fontfile={font}:fontsize=60:x=40:y=140 \
             -frames:v 1",
            text.display()
        ),
    );
    let room = darkroom();
    let picture = room.picture(&sign).expect("a picture");
    let words = room.words(picture.width, picture.height, &picture.rgb);
    let words = words.expect("Tesseract is installed: run scripts/install.sh test");
    let line = words
        .iter()
        .find(|line| line.text.contains("12"))
        .expect("a line");
    assert!(line.text.contains("Сумська"), "{words:?}");
    assert!(line.confidence > 0.5);
    assert!(
        (40..100).contains(&line.region.left) && line.region.top > 500,
        "{line:?}"
    );
}

fn without_tesseract_it_is_said() {
    let room = Darkroom::with(Jail::new(launcher()), Tools::default());
    let error = room.words(1, 1, &[0; 3]).expect_err("no Tesseract");
    assert!(error.to_string().contains("tesseract-ocr-ukr"));
    assert_eq!(room.sentences().len(), 4);
}

/// A command that counts what it hears, and tries to write and to connect on the way.
fn script(bench: &Bench, body: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = bench.write("listen.sh", format!("#!/bin/sh\n{body}\n").as_bytes());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("it may run");
    path.display().to_string()
}

fn speech_is_written_down_by_the_users_command() {
    let bench = Bench::new();
    let sound = format!("-f lavfi -i sine=duration=10 {TEN_SECONDS} -c:a aac");
    let film = bench.film("film.mp4", &sound);
    let out = bench.path("out");
    let body = format!(
        "(echo kept > {}) 2>/dev/null\nbytes=$(wc -c < $1)\necho \"[00:00:00.000 --> 00:00:10.000]  $bytes bytes\"",
        out.display()
    );
    let command = format!("{} {{}}", script(&bench, &body));
    let transcriber = Transcriber::new(&command).expect("it is there");
    let room = darkroom();
    let facts = room.probe(&film).expect("a film");
    let transcript = room
        .transcribe(&film, &facts, &transcriber)
        .expect("written down");
    assert_eq!(transcript.by, command);
    let [
        Said {
            from_ms: 0,
            to_ms: 10_000,
            text,
        },
    ] = &transcript.said[..]
    else {
        panic!("{transcript:?}");
    };
    let bytes: u64 = text.trim_end_matches(" bytes").parse().expect("a number");
    assert!(bytes.abs_diff(44 + 10 * 32_000) < 4000, "{bytes}");
    assert!(!out.exists(), "it wrote a file");
}

fn a_command_that_fails_is_told() {
    let bench = Bench::new();
    let tone = bench.film("tone.wav", "-f lavfi -i sine=duration=1");
    let room = darkroom();
    let facts = room.probe(&tone).expect("a recording");
    for (body, words) in [
        ("echo no model >&2; exit 3", "no model"),
        ("echo They ran.", "prints no times"),
    ] {
        let transcriber = Transcriber::new(&script(&bench, body)).expect("it is there");
        let error = room
            .transcribe(&tone, &facts, &transcriber)
            .expect_err("it fails");
        assert!(error.to_string().contains(words), "{error}");
    }
}

fn a_command_that_is_not_there_is_told_at_once() {
    for command in ["", "no-such-program -m x", "/etc/nothing"] {
        assert!(matches!(
            Transcriber::new(command),
            Err(MediaError::NoTranscriber(_))
        ));
    }
}
