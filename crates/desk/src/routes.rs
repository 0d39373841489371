//! Which address shows what. Every page is made off the thread that talks to the browser.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use bearings_case::CaseError;
use bearings_pipeline::PipelineError;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::answer::{self, Refusal};
use crate::guard::{ACCOUNT_POLICY, ORIGINAL_POLICY, guard};
use crate::page;
use crate::page::part::Asked;
use crate::present::{Desk, Present};

/// How long a reader waits for one page; the work goes on and the next try finds it done.
const PATIENCE: Duration = Duration::from_secs(30);

type Answer = Result<Response, Refusal>;
type Shared = State<Arc<Desk>>;

/// All pages of one desk that listens on `port`.
pub(crate) fn router(desk: Arc<Desk>, port: u16) -> Router {
    Router::new()
        // The account is what a visitor wants first; the desk behind it has its own address.
        .route("/", get(|| async { Redirect::temporary("/account/") }))
        .route("/desk", get(home))
        .route("/desk.css", get(styles))
        // Browsers ask for it on their own wherever a page names no icon, as the account's do not.
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .route(
            "/account",
            get(|| async { Redirect::permanent("/account/") }),
        )
        .route("/account/", get(account_front))
        .route("/account/{*path}", get(account_file))
        .route("/items/{id}", get(item))
        .route("/items/{id}/original", get(original))
        .route("/why/{id}", get(why))
        .route("/footage", get(footage))
        .route("/footage/{id}/{name}", get(footage_picture))
        .route("/footage/{earlier}/beside/{later}", get(both_sides))
        .route("/log", get(log))
        .fallback(|| async { Refusal::not_found("the desk has no page at this address") })
        .with_state(desk)
        .layer(middleware::from_fn_with_state(port, guard))
}

async fn home(State(desk): Shared, uri: Uri) -> Answer {
    off_thread(desk, move |_, present| {
        answer::page(&page::home::page(present, Asked::of(&uri)))
    })
    .await
}

async fn styles() -> impl IntoResponse {
    (
        [(CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("../assets/desk.css"),
    )
}

async fn account_front(desk: Shared) -> Answer {
    account_file(desk, Path("index.html".to_owned())).await
}

async fn account_file(State(desk): Shared, Path(path): Path<String>) -> Answer {
    off_thread(desk, move |_, present| match &present.account {
        Ok(files) => {
            let bytes = files.get(&path).cloned();
            let bytes = bytes.ok_or_else(|| Refusal::not_found("the account has no such page"))?;
            let media = answer::media_type(&path);
            Ok((
                [
                    (CONTENT_TYPE, media),
                    (CONTENT_SECURITY_POLICY, ACCOUNT_POLICY),
                ],
                bytes,
            )
                .into_response())
        }
        Err(faults) => {
            let page = page::fault::RefusedPage::new(&present.name, faults);
            Ok((StatusCode::CONFLICT, answer::page(&page)?).into_response())
        }
    })
    .await
}

async fn item(State(desk): Shared, Path(id): Path<String>, uri: Uri) -> Answer {
    off_thread(desk, move |desk, present| {
        let kept = page::item::find(present, &id)?;
        let acquisitions = desk.acquisitions(&kept.id)?;
        let removed = desk.removed(kept).map_err(|error| error.to_string());
        answer::page(&page::item::page(
            present,
            kept,
            &acquisitions,
            removed,
            Asked::of(&uri),
        ))
    })
    .await
}

async fn original(State(desk): Shared, Path(id): Path<String>) -> Answer {
    off_thread(desk, move |desk, present| {
        let kept = page::item::find(present, &id)?;
        let headers: [(HeaderName, String); 3] = [
            (CONTENT_TYPE, "application/octet-stream".to_owned()),
            // No name of the sender's choosing: it could end in what a double click runs.
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}.bin\"", kept.id.short()),
            ),
            (CONTENT_SECURITY_POLICY, ORIGINAL_POLICY.to_owned()),
        ];
        Ok((headers, desk.bytes(&kept.id)?).into_response())
    })
    .await
}

async fn why(State(desk): Shared, Path(id): Path<String>) -> Answer {
    off_thread(desk, move |_, present| {
        answer::page(&page::why::page(present, &id)?)
    })
    .await
}

async fn log(State(desk): Shared, uri: Uri) -> Answer {
    off_thread(desk, move |desk, present| {
        answer::page(&page::log::page(desk, present, Asked::of(&uri))?)
    })
    .await
}

async fn footage(State(desk): Shared, uri: Uri) -> Answer {
    off_thread(desk, move |_, present| {
        answer::page(&page::footage::page(present, Asked::of(&uri)))
    })
    .await
}

/// Only pictures that this program drew itself, never the sender's bytes.
async fn footage_picture(State(desk): Shared, Path((id, name)): Path<(String, String)>) -> Answer {
    off_thread(desk, move |desk, present| {
        let none = || Refusal::not_found("there is no such picture");
        let known = page::footage::PICTURES
            .iter()
            .find(|(known, _)| *known == name);
        let (name, media) = known.ok_or_else(none)?;
        let kept = page::item::find(present, &id)?;
        let bytes = desk.picture(&kept.id, name)?.ok_or_else(none)?;
        let headers = [
            (CONTENT_TYPE, *media),
            (CONTENT_SECURITY_POLICY, ORIGINAL_POLICY),
        ];
        Ok((headers, bytes).into_response())
    })
    .await
}

/// What two files have in common, as this program drew it.
async fn both_sides(State(desk): Shared, Path((earlier, later)): Path<(String, String)>) -> Answer {
    off_thread(desk, move |desk, present| {
        let none = || Refusal::not_found("there is no such picture");
        let links = &present.workshop.media_links;
        let link = links
            .iter()
            .find(|link| link.earlier.short() == earlier && link.later.short() == later);
        let jpeg = desk.sides(link.ok_or_else(none)?)?.ok_or_else(none)?;
        let headers = [
            (CONTENT_TYPE, "image/jpeg"),
            (CONTENT_SECURITY_POLICY, ORIGINAL_POLICY),
        ];
        Ok((headers, jpeg).into_response())
    })
    .await
}

/// Makes a page where it may take its time.
async fn off_thread(
    desk: Arc<Desk>,
    make: impl FnOnce(&Desk, &Present) -> Answer + Send + 'static,
) -> Answer {
    let work = spawn_blocking(move || {
        let present = desk.present()?;
        make(&desk, &present)
    });
    match timeout(PATIENCE, work).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => Err(Refusal::failed(
            "the page could not be made, by a fault of the program; `bearings status` may say more",
        )),
        Err(_) => Err(Refusal::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "the case is still being read and weighed; load the page again in a moment",
        )),
    }
}

impl From<PipelineError> for Refusal {
    fn from(error: PipelineError) -> Self {
        match error {
            PipelineError::Unknown { .. } => Refusal::not_found(error.to_string()),
            PipelineError::Case(error) => error.into(),
            other => Refusal::failed(other.to_string()),
        }
    }
}

impl From<CaseError> for Refusal {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::Nothing { .. } | CaseError::Several { .. } => {
                Refusal::not_found(error.to_string())
            }
            other => Refusal::failed(other.to_string()),
        }
    }
}
