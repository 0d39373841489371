//! What a C2PA reader found, as the model's manifest: its JSON report read field by field.

use bearings_model::Manifest;
use serde::Deserialize;

#[derive(Deserialize)]
struct Report {
    active_manifest: Option<String>,
    #[serde(default)]
    manifests: std::collections::BTreeMap<String, Found>,
    #[serde(default)]
    validation_status: Vec<Status>,
    validation_state: Option<String>,
}

#[derive(Deserialize)]
struct Found {
    claim_generator: Option<String>,
    #[serde(default)]
    claim_generator_info: Vec<Generator>,
    signature_info: Option<Signature>,
    #[serde(default)]
    assertions: Vec<Assertion>,
}

#[derive(Deserialize)]
struct Generator {
    name: Option<String>,
    version: Option<String>,
}

#[derive(Deserialize)]
struct Signature {
    issuer: Option<String>,
    common_name: Option<String>,
    time: Option<String>,
}

#[derive(Deserialize)]
struct Assertion {
    label: String,
    #[serde(default)]
    data: serde_json::Value,
}

#[derive(Deserialize)]
struct Status {
    code: String,
}

/// `None` if the report names no manifest as the one that counts.
pub(super) fn manifest(report: &str) -> Option<Manifest> {
    let report: Report = serde_json::from_str(report).ok()?;
    let active = report.manifests.get(report.active_manifest.as_ref()?)?;
    let state = report.validation_state.as_deref().unwrap_or_default();
    let signature = active.signature_info.as_ref();
    let mut failures: Vec<String> = report
        .validation_status
        .into_iter()
        .map(|s| s.code)
        .collect();
    failures.dedup();
    Some(Manifest {
        valid: matches!(state, "Valid" | "Trusted"),
        trusted: state == "Trusted",
        signer: signature.and_then(|s| s.issuer.clone().or_else(|| s.common_name.clone())),
        signed: signature.and_then(|s| s.time.clone()),
        generator: generator(active),
        actions: active.assertions.iter().flat_map(actions).collect(),
        failures,
    })
}

fn generator(found: &Found) -> Option<String> {
    let named = found.claim_generator_info.iter().find_map(|info| {
        let name = info.name.clone()?;
        Some(match &info.version {
            Some(version) => format!("{name} {version}"),
            None => name,
        })
    });
    named.or_else(|| found.claim_generator.clone())
}

/// "c2pa.actions" of the first edition, "c2pa.actions.v2" of the second.
fn actions(assertion: &Assertion) -> Vec<String> {
    if !assertion.label.starts_with("c2pa.actions") {
        return Vec::new();
    }
    let all = assertion.data.get("actions").and_then(|all| all.as_array());
    let named = all
        .into_iter()
        .flatten()
        .filter_map(|action| action.get("action")?.as_str());
    named.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_gives_who_signed_what_and_what_did_not_hold() {
        let report = r#"{
            "active_manifest": "urn:2",
            "manifests": {
                "urn:1": {"claim_generator": "other", "assertions": []},
                "urn:2": {
                    "claim_generator_info": [{"name": "Camera", "version": "1.2"}],
                    "signature_info": {"issuer": "A Newspaper", "time": "2022-02-27T09:14:00+00:00"},
                    "assertions": [
                        {"label": "stds.exif", "data": {}},
                        {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.opened"}, {"action": "c2pa.cropped"}]}}
                    ]
                }
            },
            "validation_status": [{"code": "signingCredential.untrusted", "url": "x"}],
            "validation_state": "Valid"
        }"#;
        let read = manifest(report).expect("a manifest");
        assert!(read.valid && !read.trusted);
        assert_eq!(read.signer.as_deref(), Some("A Newspaper"));
        assert_eq!(read.generator.as_deref(), Some("Camera 1.2"));
        assert_eq!(read.actions, ["c2pa.opened", "c2pa.cropped"]);
        assert_eq!(read.failures, ["signingCredential.untrusted"]);
        for nothing in ["", "{}", r#"{"active_manifest": "urn:1"}"#, "[1]"] {
            assert_eq!(manifest(nothing), None, "{nothing}");
        }
    }
}
