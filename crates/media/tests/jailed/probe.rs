//! What files say of themselves, told by their bytes.

use bearings_media::{Darkroom, Jail, MediaError, Tools};
use bearings_model::MediaKind;

use crate::made::{Bench, TEN_SECONDS, darkroom, launcher, turn_clockwise};

crate::tests![
    a_film_tells_its_container_length_and_streams,
    a_lying_extension_changes_nothing,
    a_turned_film_says_how_far,
    a_film_of_changing_pace_is_marked,
    times_and_places_of_the_container_are_kept_with_their_basis,
    what_is_no_media_file_is_named,
    without_ffmpeg_one_sentence_says_what_to_install,
];

fn a_film_tells_its_container_length_and_streams() {
    let bench = Bench::new();
    let sine = "-f lavfi -i sine=frequency=440:duration=10 -c:a aac";
    let path = bench.film(
        "film.mp4",
        &format!("-f lavfi -i sine=duration=10 {TEN_SECONDS} -c:a aac -ac 2"),
    );
    let facts = darkroom().probe(&path).expect("a film");
    assert_eq!(facts.kind, MediaKind::Video);
    assert!(facts.container.contains("mp4"), "{}", facts.container);
    assert!(
        facts
            .duration_ms
            .is_some_and(|ms| ms.abs_diff(10_000) < 100)
    );
    let film = facts
        .streams
        .iter()
        .find(|s| s.kind == MediaKind::Video)
        .expect("pictures");
    assert_eq!(
        (film.codec.as_str(), film.width, film.height),
        ("h264", Some(320), Some(240))
    );
    assert_eq!(
        (film.frame_rate, film.variable_rate, film.rotation),
        (Some(25.0), false, 0)
    );
    let sound = facts
        .streams
        .iter()
        .find(|s| s.kind == MediaKind::Audio)
        .expect("sound");
    assert_eq!((sound.codec.as_str(), sound.channels), ("aac", Some(2)));
    assert!(facts.stripped, "nothing but streams: {facts:?}");
    let path = bench.film("tone.mp4", sine);
    assert_eq!(
        darkroom().probe(&path).expect("a recording").kind,
        MediaKind::Audio
    );
}

fn a_lying_extension_changes_nothing() {
    let bench = Bench::new();
    let film = bench.film(
        "film.webm",
        "-f lavfi -i testsrc=duration=1:size=64x48 -c:v libvpx",
    );
    let lying = bench.path("photo.jpg");
    std::fs::copy(film, &lying).expect("copied");
    let facts = darkroom().probe(&lying).expect("a film");
    assert_eq!(facts.kind, MediaKind::Video);
    assert!(facts.container.contains("webm"));
}

fn a_turned_film_says_how_far() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    for clockwise in [90, 180, 270] {
        turn_clockwise(&film, clockwise);
        let facts = darkroom().probe(&film).expect("a film");
        assert_eq!(facts.streams[0].rotation, clockwise, "{facts:?}");
    }
}

fn a_film_of_changing_pace_is_marked() {
    let bench = Bench::new();
    let slower = "-f lavfi -i testsrc2=duration=4:rate=20:size=64x48 \
                  -vf setpts=if(lt(N\\,40)\\,N/20/TB\\,(2+(N-40)/5)/TB) -fps_mode vfr -c:v libx264";
    let path = bench.film("phone.mp4", slower);
    let facts = darkroom().probe(&path).expect("a film");
    assert!(facts.streams[0].variable_rate);
}

fn times_and_places_of_the_container_are_kept_with_their_basis() {
    let bench = Bench::new();
    let tags = "-metadata creation_time=2022-02-27T07:14:00Z -metadata location=+49.9935+036.2304/";
    let path = bench.film("film.mov", &format!("{TEN_SECONDS} {tags}"));
    let facts = darkroom().probe(&path).expect("a film");
    assert_eq!(facts.times[0].value, "2022-02-27T07:14:00Z");
    assert_eq!(facts.times[0].basis, "container creation_time");
    assert!(!facts.stripped);
    let path = bench.film("place.mp4", &format!("{TEN_SECONDS} {tags}"));
    let position = darkroom()
        .probe(&path)
        .expect("a film")
        .position
        .expect("a position");
    assert_eq!((position.lat, position.lon), (49.9935, 36.2304));
    assert_eq!(position.basis, "container location");
}

fn what_is_no_media_file_is_named() {
    let bench = Bench::new();
    let noise: Vec<u8> = (0..20_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let cases: [(&str, &[u8], &str); 6] = [
        ("clip.mp4", b"PK\x03\x04 and so on", "a ZIP archive"),
        ("empty.mp4", b"", "an empty file"),
        ("page.jpg", b"<!DOCTYPE html><p>404", "a web page"),
        (
            "list.mp4",
            b"#EXTM3U\nfile:///etc/passwd\n",
            "a list of addresses",
        ),
        ("noise.mp4", &noise, "nothing here can be decoded"),
        (
            "text.mp3",
            b"A shell hit the house on the corner.\n",
            "nothing here can be decoded",
        ),
    ];
    for (name, bytes, words) in cases {
        let path = bench.write(name, bytes);
        let said = darkroom().probe(&path).expect_err(name).to_string();
        assert!(said.contains(words), "{name}: {said}");
        assert!(!said.contains("/proc/"), "{name}: {said}");
    }
}

fn without_ffmpeg_one_sentence_says_what_to_install() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    let room = Darkroom::with(Jail::new(launcher()), Tools::default());
    let error = room.probe(&film).expect_err("no ffmpeg");
    assert!(matches!(error, MediaError::NotInstalled(..)));
    assert!(
        error
            .to_string()
            .contains("install Debian's package ffmpeg")
    );
}
