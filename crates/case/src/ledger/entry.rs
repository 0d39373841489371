//! One ledger entry and its line: `{"entry":ENTRY,"sig":"HEX"}`.
//!
//! The signature is over the bytes of ENTRY as they stand in the line, so checking one needs no
//! rule about how JSON should be written: cut the frame off and verify the rest.

use bearings_model::{Acquisition, ItemId, Ruling, Target, Zone};
use ed25519_dalek::{Signature, VerifyingKey};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{LedgerError, MAX_LINE};
use crate::Signer;
use crate::digest::{from_hex, sha256_hex};

const BEFORE: &[u8] = b"{\"entry\":";
const BETWEEN: &[u8] = b",\"sig\":\"";
const AFTER: &[u8] = b"\"}";
const SIGNATURE_DIGITS: usize = 128;

/// The ledger's format, in the first entry; a newer one is refused, never guessed at.
const FORMAT: u32 = 1;

/// An entry whose signature holds.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub number: u64,
    pub prev: String,
    pub key: String,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub(crate) enum Body {
    Created {
        name: String,
        zone: Zone,
    },
    Added {
        item: ItemId,
        size: u64,
        acquisition: Box<Acquisition>,
    },
    Ruled(Box<Ruling>),
    /// Of a kind this version does not know, or not what its kind says; in words.
    NotUnderstood(String),
}

/// What a line turned out to be.
#[derive(Debug)]
pub(crate) enum Judged {
    Sound(Box<Entry>),
    /// Made by a key that may not sign here.
    Foreign {
        key: String,
    },
    /// It has the form of an entry, but the signature does not fit the bytes.
    Changed,
    Unreadable(String),
}

/// What is to be written; number, hash and key are added when it is.
#[derive(Debug)]
pub(crate) struct NewEntry<'a> {
    pub at: Timestamp,
    pub by: &'a str,
    pub body: &'a Body,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryForm {
    n: u64,
    prev: String,
    at: Timestamp,
    by: String,
    key: String,
    kind: String,
    body: Box<RawValue>,
}

#[derive(Serialize, Deserialize)]
struct CreatedForm {
    format: u32,
    name: String,
    zone: Zone,
}

#[derive(Serialize, Deserialize)]
struct AddedForm {
    sha256: String,
    size: u64,
    acquisition: Acquisition,
}

/// The line of a new entry, newline included, and its hash.
pub(crate) fn write_line(
    signer: &Signer,
    number: u64,
    prev: &str,
    new: &NewEntry<'_>,
) -> Result<(Vec<u8>, String), LedgerError> {
    let form = EntryForm {
        n: number,
        prev: prev.to_owned(),
        at: new.at,
        by: new.by.to_owned(),
        key: signer.public_key(),
        kind: new.body.kind().to_owned(),
        body: new.body.to_json(),
    };
    let entry = serde_json::to_vec(&form).expect("plain fields always become JSON");
    let signature = signer.sign(&entry);
    let mut line = [BEFORE, &entry, BETWEEN, signature.as_bytes(), AFTER].concat();
    if line.len() > MAX_LINE {
        return Err(LedgerError::TooLong { length: line.len() });
    }
    let hash = sha256_hex(&line);
    line.push(b'\n');
    Ok((line, hash))
}

/// Takes a line (without its newline) apart and checks its signature. With no `keys` known yet,
/// any key will do: the first sound entry says whose case it is.
pub(crate) fn judge(line: &[u8], keys: &[String]) -> Judged {
    let Some((entry, signature)) = take_apart(line) else {
        return Judged::Unreadable("has not the form of a ledger line".to_owned());
    };
    let form: EntryForm = match serde_json::from_slice(entry) {
        Ok(form) => form,
        Err(error) => {
            return Judged::Unreadable(format!("is no ledger entry ({})", in_words(error)));
        }
    };
    if !signature_holds(entry, signature, &form.key) {
        return Judged::Changed;
    }
    if !keys.is_empty() && !keys.contains(&form.key) {
        return Judged::Foreign { key: form.key };
    }
    let body = Body::read(&form);
    Judged::Sound(Box::new(Entry {
        number: form.n,
        prev: form.prev,
        key: form.key,
        body,
    }))
}

fn take_apart(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = line.strip_prefix(BEFORE)?.strip_suffix(AFTER)?;
    let (rest, signature) = rest.split_at_checked(rest.len().checked_sub(SIGNATURE_DIGITS)?)?;
    Some((rest.strip_suffix(BETWEEN)?, signature))
}

fn signature_holds(entry: &[u8], signature: &[u8], key: &str) -> bool {
    let key = from_hex(key.as_bytes()).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = from_hex(signature).map(|bytes| Signature::from_bytes(&bytes));
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify_strict(entry, &signature).is_ok(),
        _ => false,
    }
}

impl Body {
    pub(crate) fn created(name: &str, zone: &Zone) -> Self {
        Body::Created {
            name: name.to_owned(),
            zone: zone.clone(),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Body::Created { .. } => "case.created",
            Body::Added { .. } => "item.added",
            Body::Ruled(_) => "ruling.made",
            Body::NotUnderstood(_) => "unknown",
        }
    }

    fn to_json(&self) -> Box<RawValue> {
        let json = match self {
            Body::Created { name, zone } => serde_json::value::to_raw_value(&CreatedForm {
                format: FORMAT,
                name: name.clone(),
                zone: zone.clone(),
            }),
            Body::Added {
                item,
                size,
                acquisition,
            } => serde_json::value::to_raw_value(&AddedForm {
                sha256: item.as_str().to_owned(),
                size: *size,
                acquisition: acquisition.as_ref().clone(),
            }),
            Body::Ruled(ruling) => serde_json::value::to_raw_value(ruling),
            Body::NotUnderstood(_) => unreachable!("only what is understood is written"),
        };
        json.expect("the model's types always become JSON")
    }

    fn read(form: &EntryForm) -> Self {
        let json = form.body.get();
        let read = match form.kind.as_str() {
            "case.created" => serde_json::from_str(json)
                .map_err(in_words)
                .and_then(created),
            "item.added" => serde_json::from_str(json).map_err(in_words).and_then(added),
            "ruling.made" => serde_json::from_str(json)
                .map_err(in_words)
                .and_then(|it| ruled(it, form.n)),
            other => {
                let what = format!("is of the kind {other:?}, which this version does not know");
                return Body::NotUnderstood(what);
            }
        };
        read.unwrap_or_else(|why| Body::NotUnderstood(format!("is no {}: {why}", form.kind)))
    }
}

fn created(form: CreatedForm) -> Result<Body, String> {
    if form.format != FORMAT {
        return Err(format!(
            "its format is {}, this version knows {FORMAT}",
            form.format
        ));
    }
    Ok(Body::Created {
        name: form.name,
        zone: form.zone,
    })
}

fn added(form: AddedForm) -> Result<Body, String> {
    let item = sound_id(&form.sha256).ok_or("its sha256 is no hash")?;
    Ok(Body::Added {
        item,
        size: form.size,
        acquisition: Box::new(form.acquisition),
    })
}

fn ruled(ruling: Ruling, number: u64) -> Result<Body, String> {
    if ruling.id.as_str() != format!("r-{number}") {
        return Err(format!("it calls itself {:?}", ruling.id.as_str()));
    }
    if let Target::Claim { excerpt, .. } | Target::Excerpt { excerpt } = &ruling.target {
        sound_id(excerpt.item().as_str()).ok_or("its target is no item")?;
    }
    Ok(Body::Ruled(Box::new(ruling)))
}

/// An error's words without control characters: it may quote a stranger's ledger.
fn in_words(error: serde_json::Error) -> String {
    error.to_string().replace(char::is_control, "\u{fffd}")
}

/// The model takes any text from JSON as an item's id; a stranger's ledger may hold a path there.
pub(crate) fn sound_id(hex: &str) -> Option<ItemId> {
    from_hex::<32>(hex.as_bytes()).and_then(|_| ItemId::from_hex(hex))
}
