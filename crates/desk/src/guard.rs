//! The door: who may ask, for what, and what a browser may do with the answer.
//!
//! Another site's script must not read the desk through the reader's browser, neither by a name
//! that it points at this machine (DNS rebinding) nor by loading pages into its own.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::answer::Refusal;

/// What the desk's own pages may do: show themselves and their styles.
const DESK_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// The account carries a policy of its own; this one adds what a page cannot say of itself. Its
/// map runs a worker made from its own text, and sets styles.
pub(crate) const ACCOUNT_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src blob:; \
    child-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// Original bytes come from strangers: saved, never shown.
pub(crate) const ORIGINAL_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, DESK_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// Refuses what may not be asked, and gives every answer its headers.
pub(crate) async fn guard(State(port): State<u16>, request: Request, next: Next) -> Response {
    let mut response = match refusal(&request, port) {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    };
    for (name, value) in ALWAYS {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

fn refusal(request: &Request, port: u16) -> Option<Refusal> {
    if !names_this_machine(request, port) {
        return Some(Refusal::new(
            StatusCode::MISDIRECTED_REQUEST,
            format!("the desk answers only to its own names; open it as http://127.0.0.1:{port}"),
        ));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let sentence = "the desk only shows; decisions are recorded with `bearings rule`";
        return Some(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, sentence));
    }
    is_embedded_elsewhere(request.headers()).then(|| {
        let sentence = "another site's page asked for this; open the desk in a tab of its own";
        Refusal::new(StatusCode::FORBIDDEN, sentence)
    })
}

/// Both places where a request names its host must name this machine and this port.
fn names_this_machine(request: &Request, port: u16) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let in_target = request
        .uri()
        .authority()
        .map(|authority| authority.as_str());
    host.to_str().is_ok_and(|host| is_own_name(host, port))
        && in_target.is_none_or(|authority| is_own_name(authority, port))
}

fn is_own_name(host: &str, port: u16) -> bool {
    let suffix = format!(":{port}");
    // A browser leaves the port out where it is the protocol's own.
    let name = host.strip_suffix(&suffix).or((port == 80).then_some(host));
    name.is_some_and(|name| {
        name.eq_ignore_ascii_case("localhost") || matches!(name, "127.0.0.1" | "[::1]")
    })
}

/// Browsers say whether a request comes from a page of another origin; following a link is fine,
/// loading as a picture, frame or script is not.
fn is_embedded_elsewhere(headers: &HeaderMap) -> bool {
    let says = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let elsewhere = matches!(says("sec-fetch-site"), Some(b"cross-site" | b"same-site"));
    let opened =
        says("sec-fetch-mode") == Some(b"navigate") && says("sec-fetch-dest") == Some(b"document");
    elsewhere && !opened
}
