//! Asking a service a person named on the command line: one POST of JSON, one answer.
//!
//! Unlike the door for what comes in, it may lead to this machine or a private network, since a
//! person chose the address; it follows no redirect, so the text goes nowhere else.

use std::io::Read;
use std::time::Duration;

use thiserror::Error;
use ureq::Agent;
use url::Url;

#[derive(Clone, Debug)]
pub struct AskLimits {
    /// Of the answer, after decompression.
    pub bytes: u64,
    pub time: Duration,
}

impl Default for AskLimits {
    /// A small model on a laptop writes a few words a second; an answer of many claims takes
    /// minutes.
    fn default() -> Self {
        Self {
            bytes: 4_000_000,
            time: Duration::from_secs(300),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AskError {
    #[error("'{url}' is no address of a reader; write it like http://127.0.0.1:8080/v1")]
    NotWeb { url: String },

    #[error(
        "the reader at '{url}' took longer than {seconds} s; ask a faster one or give it a shorter text"
    )]
    TooSlow { url: String, seconds: u64 },

    #[error(
        "the reader at '{url}' answered {status}; check its address, its model's name and its key"
    )]
    Refused { url: String, status: u16 },

    #[error("the reader at '{url}' answered more than {limit_megabytes} MB, which was not taken")]
    TooLarge { url: String, limit_megabytes: u64 },

    #[error("the reader at '{url}' did not answer: {why}; check that it runs")]
    Failed { url: String, why: String },
}

/// Posts `body` to `url` and returns what is answered, as text. `key` goes into the header
/// `Authorization: Bearer …` and into no message.
pub fn ask(
    url: &str,
    key: Option<&str>,
    body: &str,
    limits: &AskLimits,
) -> Result<String, AskError> {
    let address = checked(url)?;
    let config = Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .timeout_global(Some(limits.time))
        .max_response_header_size(64 * 1024)
        .build();
    let agent = Agent::new_with_config(config);
    let mut request = agent
        .post(address.as_str())
        .header("Content-Type", "application/json");
    if let Some(key) = key {
        request = request.header("Authorization", &format!("Bearer {key}"));
    }
    let answer = request
        .send(body)
        .map_err(|error| explained(error, url, limits))?;
    let status = answer.status().as_u16();
    if !(200..300).contains(&status) {
        let url = url.to_owned();
        return Err(AskError::Refused { url, status });
    }
    let mut bytes = Vec::new();
    answer
        .into_body()
        .into_reader()
        .take(limits.bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| explained(ureq::Error::from(error), url, limits))?;
    if bytes.len() as u64 > limits.bytes {
        return Err(AskError::TooLarge {
            url: url.to_owned(),
            limit_megabytes: limits.bytes / 1_000_000,
        });
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A name and password in the address would end up in messages; the key has its own way.
fn checked(text: &str) -> Result<Url, AskError> {
    let not_web = || AskError::NotWeb {
        url: text.to_owned(),
    };
    let url = Url::parse(text).map_err(|_| not_web())?;
    let web = matches!(url.scheme(), "http" | "https") && url.host().is_some();
    let named = !url.username().is_empty() || url.password().is_some();
    if !web || named {
        let url = if named {
            "an address with a password".to_owned()
        } else {
            text.to_owned()
        };
        return Err(AskError::NotWeb { url });
    }
    Ok(url)
}

fn explained(error: ureq::Error, url: &str, limits: &AskLimits) -> AskError {
    let url = url.to_owned();
    match error {
        ureq::Error::Timeout(_) => AskError::TooSlow {
            url,
            seconds: limits.time.as_secs(),
        },
        other => AskError::Failed {
            url,
            why: other.to_string(),
        },
    }
}
