//! Samples: how many, at which rate, and which tone.

use std::ops::ControlFlow;

use bearings_media::{MediaError, SOUND_HZ};

use crate::made::{Bench, TEN_SECONDS, darkroom};

crate::tests![
    sound_is_one_channel_at_its_rate,
    a_silent_film_has_no_sound,
    sound_cut_off_is_heard_as_far_as_it_goes,
];

fn sound_is_one_channel_at_its_rate() {
    let bench = Bench::new();
    for name in ["tone.wav", "tone.mp3", "tone.ogg", "tone.flac"] {
        let tone = bench.film(
            name,
            "-f lavfi -i sine=frequency=500:sample_rate=48000:duration=4 -ac 2",
        );
        let room = darkroom();
        let facts = room.probe(&tone).expect("a recording");
        let mut samples = Vec::new();
        let heard = room.sound(&tone, &facts, |piece| {
            samples.extend_from_slice(piece);
            ControlFlow::Continue(())
        });
        assert_eq!(heard.expect("heard").samples as usize, samples.len());
        let seconds = samples.len() as f64 / f64::from(SOUND_HZ);
        assert!((3.9..4.2).contains(&seconds), "{name}: {seconds}");
        let rises = samples
            .windows(2)
            .filter(|two| two[0] < 0 && two[1] >= 0)
            .count();
        assert!((1960..=2010).contains(&rises), "{name}: {rises} waves");
    }
}

fn a_silent_film_has_no_sound() {
    let bench = Bench::new();
    let film = bench.film("film.mp4", TEN_SECONDS);
    let room = darkroom();
    let facts = room.probe(&film).expect("a film");
    let error = room.sound(&film, &facts, |_| ControlFlow::Continue(()));
    assert!(matches!(error, Err(MediaError::Lacks("sound"))));
}

fn sound_cut_off_is_heard_as_far_as_it_goes() {
    let bench = Bench::new();
    let tone = bench.film("tone.wav", "-f lavfi -i sine=sample_rate=11025:duration=4");
    let bytes = std::fs::read(tone).expect("read");
    let half = bench.write("half.wav", &bytes[..bytes.len() / 2]);
    let room = darkroom();
    let facts = room.probe(&half).expect("a recording");
    let heard = room
        .sound(&half, &facts, |_| ControlFlow::Continue(()))
        .expect("heard");
    assert!((1.9..2.1).contains(&(heard.samples as f64 / f64::from(SOUND_HZ))));
}
