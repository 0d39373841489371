//! Frames: which, when, turned how, and what is said of films that are broken.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use bearings_media::{MediaError, Pace, View};
use bearings_model::MediaKind;

use crate::made::{Bench, TEN_SECONDS, darkroom, shown, turn_clockwise};

crate::tests![
    one_frame_of_every_second_is_shown,
    all_frames_come_with_their_times,
    a_cut_is_shown_where_it_is,
    times_of_a_film_of_changing_pace_are_its_own,
    a_turned_film_is_shown_upright,
    smaller_frames_keep_their_shape,
    a_film_cut_off_shows_what_it_has_and_says_so,
    a_film_without_its_index_is_said_to_be_damaged,
    a_film_without_frames_is_an_error,
    a_moving_gif_of_ten_thousand_frames_is_a_film,
    a_moving_webp_is_a_film,
    the_number_over_all_frames_outlives_a_new_container_and_nothing_else,
    a_show_can_be_broken_off,
    a_recording_has_no_frames,
];

fn one_frame_of_every_second_is_shown() {
    let bench = Bench::new();
    let (frames, seen, _) = shown(&bench.film("film.mp4", TEN_SECONDS), Pace::SecondsAndCuts);
    let times: Vec<u64> = frames.iter().map(|f| f.0).collect();
    assert_eq!(
        times,
        [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]
    );
    assert_eq!((seen.frames, seen.last_ms), (10, 9000));
    assert_eq!(seen.problems, Vec::<String>::new());
    assert_eq!(frames[0], (0, true, 320, 240));
    assert!(frames[1..].iter().all(|f| !f.1));
}

fn all_frames_come_with_their_times() {
    let bench = Bench::new();
    let (frames, ..) = shown(&bench.film("film.mp4", TEN_SECONDS), Pace::All);
    let times: Vec<u64> = frames.iter().map(|f| f.0).collect();
    assert_eq!(times, (0..250).map(|n| n * 40).collect::<Vec<u64>>());
}

fn a_cut_is_shown_where_it_is() {
    let bench = Bench::new();
    let two = "-f lavfi -i testsrc=duration=2.4:size=160x120:rate=25 \
        -f lavfi -i mandelbrot=size=160x120:rate=25 -filter_complex \
        [1:v]trim=duration=3,format=yuv420p[b];[0:v]format=yuv420p[a];[a][b]concat=n=2[v] \
        -map [v] -c:v libx264";
    let (frames, ..) = shown(&bench.film("two.mkv", two), Pace::SecondsAndCuts);
    let cuts: Vec<u64> = frames.iter().filter(|f| f.1).map(|f| f.0).collect();
    assert_eq!(cuts, [0, 2400], "{frames:?}");
}

fn times_of_a_film_of_changing_pace_are_its_own() {
    let bench = Bench::new();
    let slower = "-f lavfi -i testsrc2=duration=4:rate=20:size=64x48 \
                  -vf setpts=if(lt(N\\,40)\\,N/20/TB\\,(2+(N-40)/5)/TB) -fps_mode vfr -c:v libx264";
    let path = bench.film("phone.mp4", slower);
    let (frames, ..) = shown(&path, Pace::All);
    assert_eq!(frames.len(), 80);
    assert_eq!(
        frames.iter().map(|f| f.0).collect::<Vec<u64>>(),
        told_by_ffprobe(&path)
    );
}

/// The times of all frames, asked outside the jail.
fn told_by_ffprobe(path: &Path) -> Vec<u64> {
    let asked = Command::new("ffprobe")
        .args([
            "-v",
            "error",
            "-show_entries",
            "frame=pts_time",
            "-of",
            "csv=p=0",
        ])
        .arg(path)
        .output();
    let told = String::from_utf8(asked.expect("ffprobe is installed").stdout).expect("text");
    let lines = told.lines().filter(|line| !line.is_empty());
    let seconds = lines.map(|line| line.trim_end_matches(',').parse::<f64>());
    seconds
        .map(|s| (s.expect("a time") * 1000.0).round() as u64)
        .collect()
}

fn a_turned_film_is_shown_upright() {
    let bench = Bench::new();
    // White on the left, black on the right.
    let film = bench.film(
        "film.mp4",
        "-f lavfi -i color=black:size=64x32:duration=1,drawbox=w=32:h=32:color=white:t=fill -c:v libx264",
    );
    for (clockwise, size, white) in [
        (90, (32, 64), (16, 8)),
        (180, (64, 32), (56, 16)),
        (270, (32, 64), (16, 56)),
    ] {
        let turned = bench.path("turned.mp4");
        std::fs::copy(&film, &turned).expect("copied");
        turn_clockwise(&turned, clockwise);
        let room = darkroom();
        let facts = room.probe(&turned).expect("a film");
        let seen = room.frames(
            &turned,
            &facts,
            View::native(Pace::SecondsAndCuts),
            |frame| {
                assert_eq!((frame.width, frame.height), size, "{clockwise}");
                let at = |(x, y): (u32, u32)| frame.rgb[((y * frame.width + x) * 3) as usize];
                assert!(at(white) > 200, "{clockwise}");
                assert!(at((size.0 - white.0, size.1 - white.1)) < 50, "{clockwise}");
                ControlFlow::Continue(())
            },
        );
        assert_eq!(seen.expect("shown").frames, 1);
    }
}

fn smaller_frames_keep_their_shape() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    let room = darkroom();
    let facts = room.probe(&film).expect("a film");
    let seen = room.frames(
        &film,
        &facts,
        View::at_most(Pace::SecondsAndCuts, 160),
        |frame| {
            assert_eq!((frame.width, frame.height), (160, 120));
            ControlFlow::Continue(())
        },
    );
    assert_eq!(seen.expect("shown").frames, 10);
}

fn a_film_cut_off_shows_what_it_has_and_says_so() {
    let bench = Bench::new();
    let whole = bench.film("film.mp4", &format!("{TEN_SECONDS} -movflags +faststart"));
    let bytes = std::fs::read(whole).expect("read");
    let half = bench.write("half.mp4", &bytes[..bytes.len() / 2]);
    let (frames, seen, _) = shown(&half, Pace::SecondsAndCuts);
    assert!((3..9).contains(&frames.len()), "{frames:?}");
    assert!(
        seen.problems.iter().any(|p| p.contains("of the 10.0 s")),
        "{:?}",
        seen.problems
    );
}

fn a_film_without_its_index_is_said_to_be_damaged() {
    let bench = Bench::new();
    let whole = bench.film("film.mp4", TEN_SECONDS);
    let bytes = std::fs::read(whole).expect("read");
    let half = bench.write("half.mp4", &bytes[..bytes.len() / 2]);
    let said = darkroom().probe(&half).expect_err("no index").to_string();
    assert!(said.contains("moov atom not found"), "{said}");
}

fn a_film_without_frames_is_an_error() {
    let bench = Bench::new();
    let none = bench.film("none.mkv", &format!("{TEN_SECONDS} -frames:v 0"));
    let room = darkroom();
    let error = match room.probe(&none) {
        Err(error) => error,
        Ok(facts) => room
            .frames(&none, &facts, View::native(Pace::All), |_| {
                ControlFlow::Continue(())
            })
            .expect_err("nothing to show"),
    };
    assert!(
        matches!(error, MediaError::NotDecoded(_) | MediaError::Lacks(_)),
        "{error}"
    );
}

fn a_moving_gif_of_ten_thousand_frames_is_a_film() {
    let bench = Bench::new();
    let gif = bench.film(
        "long.gif",
        "-f lavfi -i testsrc=size=16x16:rate=25:duration=400",
    );
    let (frames, _, facts) = shown(&gif, Pace::SecondsAndCuts);
    assert_eq!(facts.container, "gif");
    assert!(frames.len() >= 400, "{}", frames.len());
    let still = bench.film("still.gif", "-f lavfi -i testsrc=size=16x16 -frames:v 1");
    assert_eq!(darkroom().picture(&still).expect("a picture").width, 16);
}

fn a_show_can_be_broken_off() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    let room = darkroom();
    let facts = room.probe(&film).expect("a film");
    let seen = room.frames(&film, &facts, View::native(Pace::All), |_| {
        ControlFlow::Break(())
    });
    assert_eq!(seen.expect("shown").frames, 1);
}

fn a_recording_has_no_frames() {
    let bench = Bench::new();
    let tone = bench.film("tone.wav", "-f lavfi -i sine=duration=1");
    let room = darkroom();
    let facts = room.probe(&tone).expect("a recording");
    let error = room.frames(&tone, &facts, View::native(Pace::All), |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(
        error.expect_err("no frames").to_string(),
        "the file holds no moving pictures"
    );
}

fn a_moving_webp_is_a_film() {
    let bench = Bench::new();
    let webp = bench.film(
        "moves.webp",
        "-f lavfi -i testsrc=size=64x48:rate=4:duration=3 -c:v libwebp_anim -loop 0",
    );
    let (frames, seen, facts) = shown(&webp, Pace::SecondsAndCuts);
    assert_eq!(
        (facts.container.as_str(), facts.kind),
        ("webp", MediaKind::Video)
    );
    let times: Vec<u64> = frames.iter().map(|f| f.0).collect();
    assert_eq!(times, [0, 1000, 2000]);
    assert_eq!(seen.problems, Vec::<String>::new());
    let (frames, ..) = shown(&webp, Pace::All);
    assert_eq!(
        frames.iter().map(|f| f.0).collect::<Vec<u64>>(),
        (0..12).map(|n| n * 250).collect::<Vec<u64>>()
    );
    assert_eq!((frames[0].2, frames[0].3), (64, 48));
}

fn the_number_over_all_frames_outlives_a_new_container_and_nothing_else() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    let from = film.display();
    let wrapped = bench.film(
        "film.mkv",
        &format!("-i {from} -c copy -metadata title=other"),
    );
    let encoded = bench.film("again.mp4", &format!("-i {from} -c:v libx264 -crf 30"));
    let cut = bench.film("cut.mp4", &format!("-i {from} -c copy -frames:v 249"));
    let room = darkroom();
    let number = |path: &Path| {
        let facts = room.probe(path).expect("a film");
        room.decoded(path, &facts).expect("decoded")
    };
    assert_eq!(number(&film), number(&wrapped));
    assert_ne!(number(&film), number(&encoded));
    assert_ne!(number(&film), number(&cut));
}
