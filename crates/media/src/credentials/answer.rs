//! What `bearings-credentials` answers, read as hostile: one short line of a known form and nothing
//! else, for the file that it read may have taken it over.

use bearings_model::Manifest;
use serde::Deserialize;

/// What a longest answer takes: a hundred actions and as many failures of two hundred characters,
/// each up to four bytes long, and some room.
pub(super) const MOST_BYTES: u64 = 256 << 10;
const MOST_ENTRIES: usize = 100;
const MOST_CHARS: usize = 200;

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Answer {
    Checked(Checked),
    /// No verdict: why.
    Refused(String),
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Checked {
    valid: bool,
    signer: Option<String>,
    signed: Option<String>,
    generator: Option<String>,
    actions: Vec<String>,
    failures: Vec<String>,
}

impl Answer {
    /// `None` for anything but one line of the known form and size.
    pub(super) fn read(said: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(said).ok()?.strip_suffix('\n')?;
        if said.len() as u64 > MOST_BYTES || line.contains('\n') {
            return None;
        }
        let answer: Answer = serde_json::from_str(line).ok()?;
        answer.is_plain().then_some(answer)
    }

    fn is_plain(&self) -> bool {
        match self {
            Answer::Refused(why) => !why.trim().is_empty() && plain(why),
            Answer::Checked(found) => {
                let named = [&found.signer, &found.signed, &found.generator];
                let listed = [&found.actions, &found.failures];
                named.into_iter().flatten().all(|text| plain(text))
                    && listed.iter().all(|list| list.len() <= MOST_ENTRIES)
                    && listed.into_iter().flatten().all(|text| plain(text))
            }
        }
    }
}

impl From<Checked> for Manifest {
    fn from(found: Checked) -> Self {
        Manifest {
            valid: found.valid,
            // No list of trusted signers is given to the check.
            trusted: false,
            signer: found.signer,
            signed: found.signed,
            generator: found.generator,
            actions: found.actions,
            failures: found.failures,
        }
    }
}

fn plain(text: &str) -> bool {
    text.chars().count() <= MOST_CHARS && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"{"checked":{"valid":true,"signer":"A Newspaper","signed":"2022-02-27T09:14:00+00:00","generator":"Camera 1.2","actions":["c2pa.opened","c2pa.cropped"],"failures":["signingCredential.untrusted"]}}"#;

    #[test]
    fn an_answer_gives_who_signed_what_and_what_did_not_hold() {
        let Some(Answer::Checked(found)) = Answer::read(format!("{SOUND}\n").as_bytes()) else {
            panic!("an answer");
        };
        let read = Manifest::from(found);
        assert!(read.valid && !read.trusted);
        assert_eq!(read.signer.as_deref(), Some("A Newspaper"));
        assert_eq!(read.signed.as_deref(), Some("2022-02-27T09:14:00+00:00"));
        assert_eq!(read.generator.as_deref(), Some("Camera 1.2"));
        assert_eq!(read.actions, ["c2pa.opened", "c2pa.cropped"]);
        assert_eq!(read.failures, ["signingCredential.untrusted"]);
        let refused = Answer::read(b"{\"refused\":\"the file is empty\"}\n");
        assert_eq!(
            refused,
            Some(Answer::Refused("the file is empty".to_owned()))
        );
    }

    #[test]
    fn anything_else_is_no_answer() {
        let long = "x".repeat(MOST_CHARS + 1);
        let many = vec!["\"c2pa.edited\""; MOST_ENTRIES + 1].join(",");
        let cases = [
            String::new(),
            "\n".to_owned(),
            "valid\n".to_owned(),
            // Without its end, and with more after it.
            SOUND.to_owned(),
            format!("{SOUND}\n{SOUND}\n"),
            format!("{SOUND} {SOUND}\n"),
            "{\"refused\":\" \"}\n".to_owned(),
            "{\"refused\":\"\\u001b[2J\"}\n".to_owned(),
            format!("{{\"refused\":\"{long}\"}}\n"),
            SOUND.replace("true", "\"true\"") + "\n",
            SOUND.replace("\"valid\"", "\"trusted\":true,\"valid\"") + "\n",
            SOUND.replace("\"valid\":true,", "") + "\n",
            SOUND.replace("\"c2pa.opened\"", &many) + "\n",
            SOUND.replace("Camera", &long) + "\n",
            SOUND.replace("Camera", "Cam\\nera") + "\n",
            "[".repeat(100_000) + "\n",
            format!("{{\"refused\":\"why\"}}{}\n", " ".repeat(300_000)),
        ];
        for case in cases {
            let shown: String = case.chars().take(80).collect();
            assert_eq!(Answer::read(case.as_bytes()), None, "{shown}");
        }
        assert_eq!(Answer::read(b"{\"refused\":\"\xFF\"}\n"), None);
    }
}
