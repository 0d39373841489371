//! The one door to the network: a GET with limits on size, time, redirects and addresses.
//!
//! Sends no cookies and no credentials, goes through no proxy, and connects only to addresses
//! that were themselves checked, so that a name cannot lead into a private network.

mod address;
mod ask;
mod door;
mod error;
mod resolver;

use std::time::Duration;

pub use address::AddressRule;
pub use ask::{AskError, AskLimits, ask};
pub use error::FetchError;

/// Whether and how a case may fetch.
#[derive(Clone, Debug)]
pub enum FetchRules {
    /// The case is closed to the network.
    Off,
    Within(FetchLimits),
}

#[derive(Clone, Debug)]
pub struct FetchLimits {
    /// Of the body, after decompression as well.
    pub bytes: u64,
    /// For everything, redirects included.
    pub time: Duration,
    pub redirects: usize,
    pub addresses: AddressRule,
    pub ports: Vec<u16>,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self {
            bytes: crate::TEXT_LIMIT_BYTES as u64,
            time: Duration::from_secs(30),
            redirects: 5,
            addresses: AddressRule::PublicOnly,
            ports: vec![80, 443],
        }
    }
}

impl Default for FetchRules {
    fn default() -> Self {
        FetchRules::Within(FetchLimits::default())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// As sent, decompressed.
    pub bytes: Vec<u8>,
    /// Where the bytes came from after all redirects.
    pub final_url: String,
    /// The Content-Type header.
    pub media_type: Option<String>,
    pub status: u16,
    /// The addresses that redirected here, in order.
    pub redirects: Vec<String>,
}

/// Fetches `url`. An answer that is no success (404, 500) is an error.
pub fn fetch(url: &str, rules: &FetchRules) -> Result<Fetched, FetchError> {
    match rules {
        FetchRules::Off => Err(FetchError::Off {
            url: url.to_owned(),
        }),
        FetchRules::Within(limits) => door::fetch(url, limits),
    }
}
