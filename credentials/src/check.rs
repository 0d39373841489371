//! One file given to the `c2pa` crate, and what it found cut down to an answer.

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io;

use c2pa::settings::Settings;
use c2pa::validation_status::SIGNING_CREDENTIAL_UNTRUSTED as UNTRUSTED;
use c2pa::{Context, Error, Ingredient, Manifest, ManifestAssertion, Reader, ValidationState};

use crate::answer::{Answer, Checked, MOST_ENTRIES, plain};

/// Nothing is fetched: neither a manifest that stands elsewhere nor word of a revoked certificate.
/// No list of trusted signers is given. Manifests are kilobytes; one that swells beyond 16 MB when
/// unpacked is a bomb.
const SETTINGS: &str = r#"{
    "core": {"allowed_network_hosts": [], "max_decompressed_manifest_size_in_mb": 16},
    "verify": {"remote_manifest_fetch": false, "ocsp_fetch": false}
}"#;

/// The whole file is hashed; a longer one is left alone rather than half read.
const MOST_BYTES: u64 = 16 << 30;

pub fn check(media_type: &str, file: File) -> Answer {
    match within_reach(&file).and_then(|()| read(media_type, file).map_err(|e| sentence(&e))) {
        Ok(reader) => answer(&reader),
        Err(why) => Answer::refused(&why),
    }
}

fn within_reach(file: &File) -> Result<(), String> {
    let about = file
        .metadata()
        .map_err(|error| format!("the file cannot be read: {error}"))?;
    if !about.is_file() {
        return Err("this is no file; a pipe or a folder cannot be checked".to_owned());
    }
    match about.len() {
        0 => Err("the file is empty".to_owned()),
        bytes if bytes > MOST_BYTES => Err(format!(
            "the file has {bytes} bytes, more than the {MOST_BYTES} that are checked"
        )),
        _ => Ok(()),
    }
}

fn read(media_type: &str, file: File) -> c2pa::Result<Reader> {
    let settings = Settings::new().with_json(SETTINGS)?;
    let context = Context::new().with_settings(settings)?;
    Reader::from_context(context).with_stream(media_type, io::BufReader::new(file))
}

fn sentence(error: &Error) -> String {
    match error {
        Error::JumbfNotFound => "the file carries no C2PA manifest".to_owned(),
        Error::RemoteManifestUrl(_) | Error::RemoteManifestFetch(_) => {
            "its manifest stands elsewhere, at an address that is not followed".to_owned()
        }
        Error::UnsupportedType => "manifests of this kind of file are not checked".to_owned(),
        other => format!("its manifest cannot be read: {other}"),
    }
}

fn answer(reader: &Reader) -> Answer {
    let Some(active) = reader.active_manifest() else {
        return Answer::refused("the file names no manifest as the one that counts");
    };
    let signature = active.signature_info();
    let signer = signature.and_then(|s| s.issuer.as_ref().or(s.common_name.as_ref()));
    Answer::Checked(Checked {
        valid: reader.validation_state() != ValidationState::Invalid,
        signer: signer.map(String::as_str).map(plain),
        signed: signature.and_then(|s| s.time.as_deref()).map(plain),
        generator: generator(active).as_deref().map(plain),
        actions: active
            .assertions()
            .iter()
            .flat_map(actions)
            .take(MOST_ENTRIES)
            .collect(),
        failures: failures(reader),
    })
}

/// What did not hold of the manifest that counts, then what signers saw not to hold of the files
/// theirs was made from: that leaves the manifest valid, and a reader must know of it.
fn failures(reader: &Reader) -> Vec<String> {
    let own = reader.validation_status().unwrap_or_default().iter();
    let mut all: Vec<String> = own.map(|status| plain(status.code())).collect();
    let mut known = HashSet::new();
    all.retain(|code| known.insert(code.clone()));
    let ingredients = reader.iter_manifests().flat_map(Manifest::ingredients);
    // In their own order: manifests come in none.
    let seen: BTreeSet<String> = ingredients.flat_map(seen_to_fail).collect();
    all.extend(seen);
    all.truncate(MOST_ENTRIES);
    all
}

fn seen_to_fail(ingredient: &Ingredient) -> Vec<String> {
    let results = ingredient.validation_results();
    let results = results.and_then(|results| results.active_manifest());
    let results = results.map(|codes| codes.failure().as_slice());
    let told = ingredient.validation_status().or(results);
    // That no list of trusted signers was at hand is said once.
    let told = told.unwrap_or_default().iter();
    told.filter(|status| status.code() != UNTRUSTED)
        .map(|status| plain(&format!("ingredient: {}", status.code())))
        .collect()
}

fn generator(manifest: &Manifest) -> Option<String> {
    let named = manifest
        .claim_generator_info
        .as_ref()
        .and_then(|all| all.first());
    let named = named.map(|info| match &info.version {
        Some(version) => format!("{} {version}", info.name),
        None => info.name.clone(),
    });
    named.or_else(|| manifest.claim_generator().map(str::to_owned))
}

/// "c2pa.actions" of the first edition, "c2pa.actions.v2" of the second.
fn actions(assertion: &ManifestAssertion) -> Vec<String> {
    if !assertion.label().starts_with("c2pa.actions") {
        return Vec::new();
    }
    let all = assertion.value().ok().and_then(|data| data.get("actions"));
    let all = all.and_then(|all| all.as_array());
    let named = all
        .into_iter()
        .flatten()
        .filter_map(|action| action.get("action")?.as_str());
    named.map(plain).collect()
}
