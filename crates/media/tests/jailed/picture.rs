//! Pictures of every format, whole, damaged and too large.

use bearings_media::MediaError;
use bearings_model::MediaKind;
use exif::{Tag, Value};

use crate::made::{Bench, ascii, darkroom, rationals, with_exif};

crate::tests![
    pictures_of_every_format_are_decoded,
    a_picture_too_large_is_refused_before_it_is_decoded,
    a_picture_cut_off_says_so,
    a_picture_that_moves_is_no_picture,
    what_lies_under_transparency_is_kept,
    a_picture_is_shown_upright,
    exif_is_kept_with_its_basis,
    exif_that_cannot_be_is_not_taken,
    a_picture_without_anything_says_it_is_stripped,
    a_heif_is_decoded_or_said_not_to_be,
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

/// A grey JPEG, 48 by 32, white on its left.
fn photograph(bench: &Bench) -> Vec<u8> {
    let half = "-f lavfi -i color=gray:size=48x32,drawbox=w=24:h=32:color=white:t=fill -frames:v 1";
    std::fs::read(bench.film("photo.jpg", half)).expect("read")
}

fn a_picture_is_shown_upright() {
    let bench = Bench::new();
    let jpeg = photograph(&bench);
    for (orientation, size, white) in [
        (1, (48, 32), (8, 16)),
        (3, (48, 32), (40, 16)),
        (6, (32, 48), (16, 8)),
        (8, (32, 48), (16, 40)),
    ] {
        let turned = with_exif(
            &jpeg,
            &[(Tag::Orientation, Value::Short(vec![orientation]))],
        );
        let path = bench.write("turned.jpg", &turned);
        let picture = darkroom().picture(&path).expect("a picture");
        assert_eq!((picture.width, picture.height), size, "{orientation}");
        let at = |(x, y): (u32, u32)| picture.rgb[((y * size.0 + x) * 3) as usize];
        assert!(at(white) > 240, "{orientation}");
        assert!(
            at((size.0 - white.0, size.1 - white.1)) < 150,
            "{orientation}"
        );
    }
}

fn exif_is_kept_with_its_basis() {
    let bench = Bench::new();
    let fields = [
        (Tag::Make, ascii("Example")),
        (Tag::Model, ascii("Model 3")),
        (Tag::Software, ascii("Editor 1.0")),
        (Tag::DateTimeOriginal, ascii("2022:02:27 09:14:05")),
        (Tag::OffsetTimeOriginal, ascii("+02:00")),
        (Tag::DateTime, ascii("2022:03:01 10:00:00")),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, rationals(&[(49, 1), (59, 1), (366, 10)])),
        (Tag::GPSLongitudeRef, ascii("E")),
        (Tag::GPSLongitude, rationals(&[(36, 1), (13, 1), (494, 10)])),
        (Tag::GPSAltitudeRef, Value::Byte(vec![0])),
        (Tag::GPSAltitude, rationals(&[(1152, 10)])),
        (Tag::GPSImgDirectionRef, ascii("M")),
        (Tag::GPSImgDirection, rationals(&[(2701, 10)])),
        (Tag::GPSHPositioningError, rationals(&[(5, 1)])),
        (Tag::GPSDateStamp, ascii("2022:02:27")),
        (Tag::GPSTimeStamp, rationals(&[(7, 1), (14, 1), (4, 1)])),
    ];
    let path = bench.write("photo.jpg", &with_exif(&photograph(&bench), &fields));
    let facts = darkroom().probe(&path).expect("a picture");
    let times: Vec<(&str, &str)> = facts
        .times
        .iter()
        .map(|t| (t.value.as_str(), t.basis.as_str()))
        .collect();
    assert_eq!(
        times,
        [
            ("2022-02-27T09:14:05+02:00", "exif DateTimeOriginal"),
            ("2022-03-01T10:00:00", "exif DateTime"),
            ("2022-02-27T07:14:04Z", "exif GPSDateStamp"),
        ]
    );
    let position = facts.position.expect("a position");
    assert!(
        (position.lat - 49.9935).abs() < 1e-9 && (position.lon - 36.230_388_888_888_9).abs() < 1e-9
    );
    assert_eq!(
        (position.altitude_m, position.direction),
        (Some(115.2), Some(270.1))
    );
    assert!(position.direction_magnetic);
    assert_eq!(position.error_m, Some(5.0));
    assert_eq!(facts.device.as_deref(), Some("Example Model 3"));
    assert_eq!(facts.software.as_deref(), Some("Editor 1.0"));
    assert!(!facts.stripped);
}

fn exif_that_cannot_be_is_not_taken() {
    let bench = Bench::new();
    let fields = [
        (Tag::DateTimeOriginal, ascii("0000:00:00 00:00:00")),
        (Tag::DateTime, ascii("    :  :     :  :  ")),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, rationals(&[(99, 1), (0, 1), (0, 1)])),
        (Tag::GPSLongitudeRef, ascii("E")),
        (Tag::GPSLongitude, rationals(&[(0, 0), (0, 0), (0, 0)])),
        (Tag::Make, ascii("  ")),
    ];
    let path = bench.write("photo.jpg", &with_exif(&photograph(&bench), &fields));
    let facts = darkroom().probe(&path).expect("a picture");
    assert_eq!(
        (facts.times.len(), &facts.position, &facts.device),
        (0, &None, &None)
    );
    assert!(facts.stripped);
}

fn a_picture_without_anything_says_it_is_stripped() {
    let bench = Bench::new();
    let path = bench.write("photo.jpg", &photograph(&bench));
    let facts = darkroom().probe(&path).expect("a picture");
    assert_eq!(facts.container, "jpeg");
    assert_eq!(
        (facts.streams[0].width, facts.streams[0].height),
        (Some(48), Some(32))
    );
    assert!(facts.stripped);
}

fn a_heif_is_decoded_or_said_not_to_be() {
    let bench = Bench::new();
    let path = bench.write(
        "photo.heic",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic and nothing more",
    );
    let error = darkroom().picture(&path).expect_err("nothing there");
    assert!(matches!(error, MediaError::NoDecoder), "{error}");
    let facts = darkroom().probe(&path).expect("what is known of it");
    assert_eq!((facts.kind, facts.problems.len()), (MediaKind::Image, 1));
}
