//! The fetch itself: every hop is checked like the first, and time and size run over all of them.

use std::io::Read;
use std::time::{Duration, Instant};

use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::{Host, Url};

use super::resolver::{CheckedResolver, Closed};
use super::{FetchError, FetchLimits, Fetched};

const USER_AGENT: &str = concat!("Bearings/", env!("CARGO_PKG_VERSION"));
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5";

pub(super) fn fetch(url: &str, limits: &FetchLimits) -> Result<Fetched, FetchError> {
    let started = Instant::now();
    let mut at = checked(url, limits)?;
    let mut redirects = Vec::new();
    loop {
        let left = limits.time.saturating_sub(started.elapsed());
        let answer = ask(&at, left, limits)?;
        let status = answer.status().as_u16();
        if !matches!(status, 301 | 302 | 303 | 307 | 308) {
            return take(answer, at, redirects, limits);
        }
        if redirects.len() >= limits.redirects {
            return Err(FetchError::TooManyRedirects {
                url: url.to_owned(),
                limit: limits.redirects,
            });
        }
        let next =
            location(&answer, &at).ok_or_else(|| FetchError::LostRedirect { url: shown(&at) })?;
        let next = checked(&next, limits)?;
        redirects.push(String::from(at));
        at = next;
    }
}

/// Everything that can be refused from the address alone.
fn checked(text: &str, limits: &FetchLimits) -> Result<Url, FetchError> {
    let not_web = || FetchError::NotWeb {
        url: text.to_owned(),
    };
    let url = Url::parse(text.trim()).map_err(|_| not_web())?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(not_web());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FetchError::Credentials { url: shown(&url) });
    }
    let port = url.port_or_known_default().ok_or_else(not_web)?;
    if !limits.ports.contains(&port) {
        return Err(FetchError::Port {
            url: shown(&url),
            port,
        });
    }
    // The parser has turned 2130706433, 0177.1 and 0x7f.1 into the addresses they stand for.
    let address = match url.host() {
        Some(Host::Ipv4(address)) => Some(address.into()),
        Some(Host::Ipv6(address)) => Some(address.into()),
        Some(Host::Domain(_)) => None,
        None => return Err(not_web()),
    };
    match address.filter(|address| !limits.addresses.allows(*address)) {
        Some(address) => Err(FetchError::PrivateAddress {
            url: shown(&url),
            address: address.to_string(),
        }),
        None => Ok(url),
    }
}

/// Without a user name and password, which must not end up in a log.
fn shown(url: &Url) -> String {
    let mut url = url.clone();
    // Both fail only for addresses without a host, which were refused before.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    String::from(url)
}

fn ask(url: &Url, time: Duration, limits: &FetchLimits) -> Result<Response<Body>, FetchError> {
    let config = Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        // A proxy would resolve names itself, past the check.
        .proxy(None)
        .timeout_global(Some(time))
        .max_response_header_size(64 * 1024)
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .build();
    let resolver = CheckedResolver::new(limits.addresses);
    let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
    agent
        .get(url.as_str())
        .call()
        .map_err(|error| explained(error, url, limits))
}

fn explained(error: ureq::Error, url: &Url, limits: &FetchLimits) -> FetchError {
    let url = shown(url);
    match error {
        ureq::Error::Other(why) => match why.downcast::<Closed>() {
            Ok(closed) => FetchError::PrivateAddress {
                url,
                address: closed.0.to_string(),
            },
            Err(why) => FetchError::Failed {
                url,
                why: why.to_string(),
            },
        },
        ureq::Error::Timeout(_) => FetchError::TooSlow {
            url,
            seconds: limits.time.as_secs(),
        },
        ureq::Error::HostNotFound => FetchError::Failed {
            url,
            why: "its host is not known".to_owned(),
        },
        other => FetchError::Failed {
            url,
            why: other.to_string(),
        },
    }
}

fn location(answer: &Response<Body>, at: &Url) -> Option<String> {
    let target = answer.headers().get("location")?.to_str().ok()?;
    at.join(target).ok().map(String::from)
}

fn take(
    answer: Response<Body>,
    at: Url,
    redirects: Vec<String>,
    limits: &FetchLimits,
) -> Result<Fetched, FetchError> {
    let status = answer.status().as_u16();
    if !(200..300).contains(&status) {
        return Err(FetchError::Refused {
            url: shown(&at),
            status,
        });
    }
    let media_type = answer.headers().get("content-type");
    let media_type = media_type
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    let mut bytes = Vec::new();
    // Counted after decompression, so a small answer cannot unfold without end.
    let mut body = answer.into_body().into_reader().take(limits.bytes + 1);
    body.read_to_end(&mut bytes)
        .map_err(|why| broken_off(why, &at, limits))?;
    if bytes.len() as u64 > limits.bytes {
        let limit_megabytes = limits.bytes / 1_000_000;
        return Err(FetchError::TooLarge {
            url: shown(&at),
            limit_megabytes,
        });
    }
    Ok(Fetched {
        bytes,
        final_url: String::from(at),
        media_type,
        status,
        redirects,
    })
}

fn broken_off(why: std::io::Error, url: &Url, limits: &FetchLimits) -> FetchError {
    explained(ureq::Error::from(why), url, limits)
}
