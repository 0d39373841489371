//! C2PA manifests: what is believed of the program that checks them, and what it is kept from. This
//! program plays it, well and badly, under the names of its parts.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use bearings_media::{Darkroom, Files, Jail, MediaError, Protection, Tools};
use bearings_model::Credentials;

use crate::made::{Bench, launcher};

crate::tests![
    a_checkers_answer_becomes_the_files_credentials,
    without_a_checker_a_manifest_is_said_not_to_be_checked,
    a_file_without_a_manifest_asks_no_checker,
    a_checker_that_opens_another_file_is_refused_it,
    a_checker_that_connects_is_stopped,
    a_checker_that_starts_a_program_is_stopped,
    a_checker_that_says_anything_else_gives_one_sentence,
    a_checker_that_cannot_be_used_is_said_at_start_up,
    where_it_is_built_the_real_checker_works_in_the_jail,
];

const ANSWER: &str = r#"{"checked":{"valid":true,"signer":"A Newspaper","signed":null,"generator":"Camera 1.2","actions":["c2pa.created"],"failures":["signingCredential.untrusted"]}}"#;

/// A name under which this program plays the checker.
#[derive(Clone, Copy)]
pub struct Part(&'static str, fn() -> String);

pub const WELL: Part = Part("checker-well", || ANSWER.to_owned() + "\n");
const OPENS: Part = Part("checker-opens", || outcome(std::fs::read("/etc/hostname")));
const STARTS: Part = Part("checker-starts", || {
    outcome(Command::new("/bin/true").status())
});
const CONNECTS: Part = Part("checker-connects", || {
    outcome(
        TcpListener::bind("127.0.0.1:0")
            .and_then(|here| std::net::TcpStream::connect(here.local_addr()?)),
    )
});
const GARBAGE: &[Part] = &[
    Part("checker-silent", String::new),
    Part("checker-prose", || "The signature is fine.\n".to_owned()),
    Part("checker-twice", || format!("{ANSWER}\n{ANSWER}\n")),
    Part("checker-adds", || {
        ANSWER.replace("\"valid\"", "\"trusted\":true,\"valid\"") + "\n"
    }),
    Part("checker-colours", || {
        "{\"refused\":\"\\u001b[31m\"}\n".to_owned()
    }),
    Part("checker-long", || "[".repeat(1 << 19)),
];
const ENDLESS: Part = Part("checker-endless", || {
    while std::io::stdout().write_all(&[b'{'; 65536]).is_ok() {}
    String::new()
});
const PANICS: Part = Part("checker-panics", || panic!("a box without an end"));

const PARTS: &[Part] = &[WELL, OPENS, STARTS, CONNECTS, ENDLESS, PANICS];

impl Part {
    /// Its program: a link to this one, in a folder that stays as long as the tests run.
    pub fn program(self) -> PathBuf {
        static FOLDER: std::sync::OnceLock<tempfile::TempDir> = std::sync::OnceLock::new();
        static LINKING: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let folder = FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder"));
        let _one_at_a_time = LINKING.lock();
        let link = folder.path().join(self.0);
        if !link.exists() {
            std::os::unix::fs::symlink(launcher(), &link).expect("a link");
        }
        link
    }
}

/// The part that this process was started to play.
pub fn part() -> Option<impl FnOnce() -> ExitCode> {
    let name = std::env::args_os().next()?;
    let name = Path::new(&name).file_name()?.to_owned();
    let part = PARTS.iter().chain(GARBAGE).find(|part| name == part.0)?;
    let asked_its_version = std::env::args()
        .nth(1)
        .is_some_and(|word| word == "--version");
    Some(move || {
        let said = match asked_its_version {
            true if part.0 == WELL.0 => "bearings-credentials 1\n".to_owned(),
            true => "bearings-credentials 0\n".to_owned(),
            false => part.1(),
        };
        let _ = std::io::stdout().write_all(said.as_bytes());
        ExitCode::SUCCESS
    })
}

fn outcome<T>(got: std::io::Result<T>) -> String {
    match got {
        Ok(_) => ANSWER.to_owned() + "\n",
        Err(error) => format!("{{\"refused\":\"{error}\"}}\n"),
    }
}

fn room(checker: Option<PathBuf>) -> Darkroom {
    let tools = Tools {
        credentials: checker,
        ..Tools::default()
    };
    Darkroom::with(Jail::new(launcher()), tools)
}

/// A picture with what stands where a manifest stands; no real one.
fn carrying(bench: &Bench) -> PathBuf {
    let plain = bench.film("plain.jpg", "-f lavfi -i color=red:size=48x32 -frames:v 1");
    let jpeg = std::fs::read(plain).expect("read");
    let segment = b"\xFF\xEB\0\x14JP\0\x01jumbc2pa.......";
    bench.write("signed.jpg", &[&jpeg[..2], segment, &jpeg[2..]].concat())
}

fn found(room: &Darkroom, path: &Path) -> Credentials {
    room.probe(path).expect("a picture").credentials
}

/// Why `part` was not believed.
fn not_checked(part: Part) -> String {
    let bench = Bench::new();
    match found(&room(Some(part.program())), &carrying(&bench)) {
        Credentials::NotChecked(why) => why,
        other => panic!("{}: {other:?}", part.0),
    }
}

fn a_checkers_answer_becomes_the_files_credentials() {
    let bench = Bench::new();
    let path = carrying(&bench);
    let Credentials::Found(manifest) = found(&room(Some(WELL.program())), &path) else {
        panic!("a manifest");
    };
    assert!(manifest.valid && !manifest.trusted);
    assert_eq!(manifest.signer.as_deref(), Some("A Newspaper"));
    assert_eq!(manifest.actions, ["c2pa.created"]);
    assert!(
        !room(Some(WELL.program()))
            .probe(&path)
            .expect("a picture")
            .stripped
    );
}

fn without_a_checker_a_manifest_is_said_not_to_be_checked() {
    let bench = Bench::new();
    let Credentials::NotChecked(why) = found(&room(None), &carrying(&bench)) else {
        panic!("not checked");
    };
    assert!(why.contains("carries a C2PA manifest"), "{why}");
    assert!(why.contains("make credentials"), "{why}");
}

fn a_file_without_a_manifest_asks_no_checker() {
    let bench = Bench::new();
    let plain = bench.film("plain.jpg", "-f lavfi -i color=red:size=48x32 -frames:v 1");
    for checker in [None, Some(WELL.program()), Some(PANICS.program())] {
        assert_eq!(found(&room(checker), &plain), Credentials::None);
    }
}

/// What each bad part does works outside the jail; otherwise the tests below would prove nothing.
fn works_outside(part: Part) {
    let ran = Command::new(part.program()).output().expect("it starts");
    assert_eq!(ran.stdout, format!("{ANSWER}\n").as_bytes(), "{}", part.0);
}

fn a_checker_that_opens_another_file_is_refused_it() {
    works_outside(OPENS);
    let why = not_checked(OPENS);
    assert!(why.contains("Permission denied"), "{why}");
    let Some(bubblewrap) = Protection::bubblewrap() else {
        return;
    };
    let jail = Jail::with(
        launcher(),
        Protection {
            files: Files::Bubblewrap(bubblewrap),
            calls_sieved: true,
        },
    );
    let tools = Tools {
        credentials: Some(OPENS.program()),
        ..Tools::default()
    };
    let bench = Bench::new();
    let seen = found(&Darkroom::with(jail, tools), &carrying(&bench));
    assert!(
        matches!(&seen, Credentials::NotChecked(why) if why.contains("No such file")),
        "{seen:?}"
    );
}

fn a_checker_that_connects_is_stopped() {
    works_outside(CONNECTS);
    let why = not_checked(CONNECTS);
    assert!(why.contains("tried to reach the network"), "{why}");
}

fn a_checker_that_starts_a_program_is_stopped() {
    works_outside(STARTS);
    let why = not_checked(STARTS);
    assert!(why.contains("start a program"), "{why}");
}

fn a_checker_that_says_anything_else_gives_one_sentence() {
    for part in GARBAGE.iter().chain([&ENDLESS]) {
        let why = not_checked(*part);
        assert_eq!(
            why, "its check failed: bearings-credentials gave no answer that can be read",
            "{}",
            part.0
        );
    }
    let broken = not_checked(PANICS);
    assert!(
        broken.contains("bearings-credentials broke off: "),
        "{broken}"
    );
    assert!(!broken.contains('\n'));
}

fn a_checker_that_cannot_be_used_is_said_at_start_up() {
    let last = |checker| room(checker).sentences().pop().expect("a sentence");
    assert_eq!(last(None), MediaError::NoChecker.to_string());
    for bad in [OPENS.program(), "/bin/sh".into(), "/etc/hostname".into()] {
        let said = last(Some(bad));
        assert!(
            said.starts_with("C2PA manifests are noticed but not checked: "),
            "{said}"
        );
    }
    assert!(!last(Some(WELL.program())).contains("C2PA"));
}

/// With the program and the files that its own tests signed; scripts/test.sh says where they are.
fn where_it_is_built_the_real_checker_works_in_the_jail() {
    let Some(folder) = std::env::var_os("BEARINGS_CREDENTIALS_BUILT").map(PathBuf::from) else {
        return;
    };
    let room = room(Some(folder.join("debug/bearings-credentials")));
    assert!(
        !room.sentences().concat().contains("C2PA"),
        "{:?}",
        room.sentences()
    );
    for (name, valid) in [
        ("sound.png", true),
        ("altered.png", false),
        ("forged.png", false),
    ] {
        match found(&room, &folder.join("tmp").join(name)) {
            Credentials::Found(manifest) => {
                assert_eq!(manifest.valid, valid, "{name}: {manifest:?}");
                assert!(manifest.generator.is_some(), "{manifest:?}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    let bench = Bench::new();
    let seen = found(&room, &carrying(&bench));
    assert!(matches!(seen, Credentials::NotChecked(_)), "{seen:?}");
}
