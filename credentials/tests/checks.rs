//! The program itself, on files signed here with a key that is thrown away.

use std::fs::{self, File};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use c2pa::{Builder, EphemeralSigner};
use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_bearings-credentials");
const DEFINITION: &str = r#"{
    "claim_generator_info": [{"name": "Test camera", "version": "1.2"}],
    "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [
        {"action": "c2pa.created", "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"}
    ]}}]
}"#;

/// A grey picture of 8 x 8 pixels as PNG (ISO 15948): one stored deflate block.
fn png() -> Vec<u8> {
    let chunk = |kind: &[u8], body: &[u8]| {
        let named = [kind, body].concat();
        let length = (body.len() as u32).to_be_bytes();
        [&length[..], &named, &crc(&named).to_be_bytes()].concat()
    };
    let rows = [0_u8, 9, 9, 9, 9, 9, 9, 9, 9].repeat(8);
    let (low, high) = rows.iter().fold((1_u32, 0), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65521;
        (low, (high + low) % 65521)
    });
    let length = rows.len() as u16;
    let stored = [
        &[0x78, 0x01, 1][..],
        &length.to_le_bytes(),
        &(!length).to_le_bytes(),
        &rows,
        &(high << 16 | low).to_be_bytes(),
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", b"\0\0\0\x08\0\0\0\x08\x08\0\0\0\0"),
        chunk(b"IDAT", &stored),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 * (crc & 1))
        })
    })
}

fn signed() -> Vec<u8> {
    let signer = EphemeralSigner::new("camera.test").expect("a key");
    let mut builder = Builder::default()
        .with_definition(DEFINITION)
        .expect("a manifest");
    let mut out = Cursor::new(Vec::new());
    builder
        .sign(&signer, "image/png", &mut Cursor::new(png()), &mut out)
        .expect("signed");
    out.into_inner()
}

/// The picture's data changed after signing: another grey.
fn altered(signed: &[u8]) -> Vec<u8> {
    let mut bytes = signed.to_vec();
    let data = bytes.windows(4).position(|four| four == b"IDAT");
    bytes[data.expect("pixels") + 20] ^= 1;
    bytes
}

/// The signed bytes of the claim changed, the picture left.
fn forged(signed: &[u8]) -> Vec<u8> {
    let mut bytes = signed.to_vec();
    let name = bytes.windows(11).position(|word| word == b"Test camera");
    bytes[name.expect("the claim's words")] = b'B';
    bytes
}

fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a test writes its file");
    path
}

fn run(arguments: &[&str], input: Stdio) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .env_clear()
        .stdin(input)
        .output()
        .expect("the program starts")
}

/// The answer on `bytes`, the same by name as on standard input.
fn answer(name: &str, media_type: &str, bytes: &[u8]) -> Value {
    let path = kept(name, bytes);
    let by_name = run(&[media_type, path.to_str().expect("a name")], Stdio::null());
    let by_number = run(&[media_type], File::open(&path).expect("kept").into());
    assert_eq!(by_name, by_number, "{name}");
    assert!(
        by_name.status.success() && by_name.stderr.is_empty(),
        "{by_name:?}"
    );
    let line = String::from_utf8(by_name.stdout).expect("text");
    assert_eq!(line.matches('\n').count(), 1, "{line}");
    serde_json::from_str(&line).expect("JSON")
}

#[test]
fn a_sound_file_an_altered_and_a_forged_one_are_told_apart() {
    let sound = signed();
    let found = answer("sound.png", "image/png", &sound);
    let checked = &found["checked"];
    assert_eq!(checked["valid"], true, "{found}");
    assert_eq!(checked["generator"], "Test camera 1.2");
    assert_eq!(checked["actions"], serde_json::json!(["c2pa.created"]));
    // No list of trusted signers is built in, so none is trusted.
    assert_eq!(
        checked["failures"],
        serde_json::json!(["signingCredential.untrusted"])
    );
    assert!(checked["signer"].is_string());
    for (name, bytes, code) in [
        (
            "altered.png",
            altered(&sound),
            "assertion.dataHash.mismatch",
        ),
        ("forged.png", forged(&sound), "claimSignature.mismatch"),
    ] {
        let found = answer(name, "image/png", &bytes);
        assert_eq!(found["checked"]["valid"], false, "{found}");
        assert!(found.to_string().contains(code), "{found}");
    }
}

#[test]
fn what_has_no_manifest_that_can_be_read_is_refused_in_one_sentence() {
    let cut = &signed()[..600];
    let cases: [(&str, &str, &[u8], &str); 6] = [
        ("none.png", "image/png", &png(), "carries no C2PA manifest"),
        ("empty.png", "image/png", b"", "is empty"),
        ("noise.png", "image/png", &[0xA5; 5000], ""),
        ("noise.jpg", "image/jpeg", &[0xFF; 5000], ""),
        ("text.txt", "text/plain", b"They ran.", "are not checked"),
        ("cut.png", "image/png", cut, ""),
    ];
    for (name, media_type, bytes, words) in cases {
        let found = answer(name, media_type, bytes);
        let said = found["refused"].as_str().unwrap_or_default();
        assert!(!said.is_empty() && said.contains(words), "{name}: {found}");
    }
}

#[test]
fn a_signed_file_damaged_anywhere_is_never_called_sound() {
    let sound = signed();
    for at in (8..sound.len()).step_by(sound.len() / 60) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x20;
        let path = kept("damaged.png", &bytes);
        let ran = run(&["image/png"], File::open(path).expect("kept").into());
        let line = String::from_utf8_lossy(&ran.stdout).into_owned();
        // Padding of the manifest is the one part that no hash covers.
        let unhashed = sound[at] == 0 && line.contains(r#""valid":true"#);
        assert!(
            unhashed || !line.contains(r#""valid":true"#),
            "byte {at}: {line}"
        );
    }
}

#[test]
fn a_pipe_a_missing_file_and_no_words_are_said() {
    let piped = run(&["image/png"], Stdio::piped());
    assert!(String::from_utf8_lossy(&piped.stdout).contains("this is no file"));
    let missing = run(&["image/png", "/nowhere/at/all.png"], Stdio::null());
    assert!(String::from_utf8_lossy(&missing.stdout).contains("cannot be read"));
    for wrong in [&[][..], &["--help"], &["image/png", "a", "b"]] {
        let ran = run(wrong, Stdio::null());
        assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
    }
    let version = run(&["--version"], Stdio::null());
    assert_eq!(version.stdout, b"bearings-credentials 1\n");
}
