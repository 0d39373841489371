//! Media made for a test: by ffmpeg outside the jail, or byte by byte.

use std::path::{Path, PathBuf};
use std::process::Command;

use bearings_media::{Darkroom, Pace, Seen, View};
use bearings_model::MediaFacts;
use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};

pub fn launcher() -> PathBuf {
    std::env::current_exe().expect("a test knows its own program")
}

pub fn darkroom() -> Darkroom {
    Darkroom::new(launcher())
}

/// A folder that goes when the test ends.
pub struct Bench(tempfile::TempDir);

impl Bench {
    pub fn new() -> Self {
        Bench(tempfile::tempdir().expect("a folder for a test"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a test writes its file");
        path
    }

    /// Runs ffmpeg with `arguments`, which end before the file's name.
    pub fn film(&self, name: &str, arguments: &str) -> PathBuf {
        let path = self.path(name);
        let status = Command::new("ffmpeg")
            .args(["-nostdin", "-v", "error", "-y"])
            .args(arguments.split_whitespace())
            .arg(&path)
            .status();
        let made = status.expect("ffmpeg is installed: run scripts/install.sh test");
        assert!(made.success(), "ffmpeg makes {name}");
        path
    }
}

/// Ten seconds of ffmpeg's moving test picture.
pub const TEN_SECONDS: &str = "-f lavfi -i testsrc2=size=320x240:rate=25:duration=10 \
    -c:v libx264 -preset ultrafast -pix_fmt yuv420p";

/// A frame's time, whether it cuts, and its size.
pub type Shown = (u64, bool, u32, u32);

/// Every frame shown, as its time, whether it cuts, and its size.
pub fn shown(path: &Path, pace: Pace) -> (Vec<Shown>, Seen, MediaFacts) {
    let room = darkroom();
    let facts = room.probe(path).expect("the file is read");
    let mut frames = Vec::new();
    let seen = room
        .frames(path, &facts, View::native(pace), |frame| {
            assert_eq!(frame.rgb.len() as u32, frame.width * frame.height * 3);
            frames.push((frame.at_ms, frame.cut, frame.width, frame.height));
            std::ops::ControlFlow::Continue(())
        })
        .expect("the film is shown");
    (frames, seen, facts)
}

/// Writes into an MP4's first track how far it is to be turned (ISO 14496-12, 8.3.2), as a
/// telephone held upright does.
pub fn turn_clockwise(mp4: &Path, degrees: u16) {
    const ONE: [u8; 4] = [0, 1, 0, 0];
    const MINUS: [u8; 4] = [0xFF, 0xFF, 0, 0];
    const NONE: [u8; 4] = [0; 4];
    let matrix = match degrees {
        90 => [NONE, ONE, NONE, MINUS, NONE],
        180 => [MINUS, NONE, NONE, NONE, MINUS],
        _ => [NONE, MINUS, NONE, ONE, NONE],
    };
    let mut bytes = std::fs::read(mp4).expect("read");
    let head = bytes
        .windows(4)
        .position(|four| four == b"tkhd")
        .expect("a track");
    bytes[head + 44..head + 64].copy_from_slice(&matrix.concat());
    std::fs::write(mp4, bytes).expect("written");
}

/// `jpeg` with these EXIF fields, as a camera writes them: a segment right after the start.
pub fn with_exif(jpeg: &[u8], fields: &[(Tag, Value)]) -> Vec<u8> {
    let fields: Vec<Field> = fields
        .iter()
        .map(|(tag, value)| Field {
            tag: *tag,
            ifd_num: In::PRIMARY,
            value: value.clone(),
        })
        .collect();
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut tiff = std::io::Cursor::new(Vec::new());
    writer.write(&mut tiff, false).expect("EXIF is written");
    let body = [b"Exif\0\0", tiff.into_inner().as_slice()].concat();
    let length = (body.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, &body, &jpeg[2..]].concat()
}

pub fn ascii(text: &str) -> Value {
    Value::Ascii(vec![text.as_bytes().to_vec()])
}

pub fn rationals(numbers: &[(u32, u32)]) -> Value {
    let rational = |&(num, denom): &(u32, u32)| Rational { num, denom };
    Value::Rational(numbers.iter().map(rational).collect())
}
