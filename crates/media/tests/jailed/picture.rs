//! Pictures of every format, whole, damaged and too large.

use bearings_media::MediaError;

use crate::made::{Bench, darkroom};

crate::tests![
    pictures_of_every_format_are_decoded,
    a_picture_too_large_is_refused_before_it_is_decoded,
    a_picture_cut_off_says_so,
    a_picture_that_moves_is_no_picture,
    what_lies_under_transparency_is_kept,
];

fn pictures_of_every_format_are_decoded() {
    let bench = Bench::new();
    let one = "-f lavfi -i color=red:size=48x32 -frames:v 1";
    let cases = [
        ("a.jpg", ""),
        ("a.png", ""),
        ("a.webp", "-c:v libwebp"),
        ("a.gif", ""),
        ("a.tiff", ""),
        ("a.bmp", ""),
        ("a.jp2", ""),
    ];
    for (name, codec) in cases {
        let path = bench.film(name, &format!("{one} {codec}"));
        let picture = darkroom()
            .picture(&path)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((picture.width, picture.height), (48, 32), "{name}");
        assert_eq!(picture.rgb.len(), 48 * 32 * 3);
        let [red, green, blue] = [picture.rgb[0], picture.rgb[1], picture.rgb[2]];
        assert!(
            red > 240 && green < 16 && blue < 16,
            "{name}: {red} {green} {blue}"
        );
    }
}

fn a_picture_too_large_is_refused_before_it_is_decoded() {
    let bench = Bench::new();
    // A PNG's head alone: 20,000 x 20,000 pixels.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([20_000_u32.to_be_bytes(), 20_000_u32.to_be_bytes()].concat());
    png.extend([8, 2, 0, 0, 0]);
    png.extend(crc(&png[12..]).to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    let path = bench.write("large.png", &png);
    let error = darkroom().picture(&path).expect_err("too large");
    assert!(matches!(error, MediaError::TooManyPixels { .. }), "{error}");
    let said = darkroom().probe(&path).expect_err("too large").to_string();
    assert_eq!(
        said,
        "20000 x 20000 pixels are more than is decoded here (210 million)"
    );
}

/// PNG's checksum (PNG specification, annex D), bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| {
        if crc & 1 == 1 {
            (crc >> 1) ^ 0xEDB8_8320
        } else {
            crc >> 1
        }
    };
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), step)
    })
}

fn a_picture_cut_off_says_so() {
    let bench = Bench::new();
    for name in ["cut.jpg", "cut.png"] {
        let whole = bench.film(name, "-f lavfi -i testsrc2=size=320x240 -frames:v 1");
        let bytes = std::fs::read(&whole).expect("read");
        let half = bench.write(name, &bytes[..bytes.len() / 2]);
        match darkroom().picture(&half) {
            Ok(picture) => assert!(!picture.problems.is_empty(), "{name}"),
            Err(error) => assert!(
                matches!(error, MediaError::NotDecoded(_)),
                "{name}: {error}"
            ),
        }
        let head = bench.write(name, &bytes[..20]);
        let error = darkroom().picture(&head).expect_err("nothing there");
        assert!(
            matches!(error, MediaError::NotDecoded(_)),
            "{name}: {error}"
        );
    }
}

fn a_picture_that_moves_is_no_picture() {
    let bench = Bench::new();
    let gif = bench.film(
        "moves.gif",
        "-f lavfi -i testsrc=size=16x16:rate=5:duration=1",
    );
    assert!(matches!(
        darkroom().picture(&gif),
        Err(MediaError::Lacks(_))
    ));
}

fn what_lies_under_transparency_is_kept() {
    let bench = Bench::new();
    let clear = bench.film(
        "clear.png",
        "-f lavfi -i color=red:size=8x8,format=rgba,colorchannelmixer=aa=0 -frames:v 1",
    );
    let picture = darkroom().picture(&clear).expect("a picture");
    assert!(picture.rgb[0] > 240 && picture.rgb[1] < 16);
}
