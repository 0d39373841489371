//! Pages and refusals as answers.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use crate::page::fault::FaultPage;

/// Why a request gets no page of the case: one sentence for the reader.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    sentence: String,
}

impl Refusal {
    pub fn new(status: StatusCode, sentence: impl Into<String>) -> Self {
        Self {
            status,
            sentence: sentence.into(),
        }
    }

    pub fn not_found(sentence: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, sentence)
    }

    pub fn failed(sentence: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, sentence)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let page = FaultPage::new(self.status.canonical_reason(), &self.sentence);
        // The plain sentence still serves where even its page cannot be laid out.
        let html = page.render().unwrap_or(self.sentence);
        (self.status, [(CONTENT_TYPE, HTML)], html).into_response()
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// A laid-out page.
pub(crate) fn page(page: &impl Template) -> Result<Response, Refusal> {
    let html = page.render().map_err(|error| {
        Refusal::failed(format!(
            "the page could not be laid out: {error}; this is a fault of the program"
        ))
    })?;
    Ok(([(CONTENT_TYPE, HTML)], html).into_response())
}

/// What a file of the account is, by its name.
pub(crate) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => HTML,
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("geojson") => "application/geo+json",
        _ => "application/octet-stream",
    }
}
