//! Connections: bounds each in number, size and time, and lets what is under way finish when the
//! desk closes. Knows nothing of what is served.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// One browser opens six to a host; this is room for several and an end to what never closes.
const CONNECTIONS: usize = 64;

/// For a request's head: a browser's own is below 2 KB.
const HEAD_BYTES: usize = 16 * 1024;
const HEADERS: usize = 64;
const HEAD_TIME: Duration = Duration::from_secs(10);

/// The longest a connection may stay, downloads included.
const WHOLE_TIME: Duration = Duration::from_secs(600);

/// How long a page that is being sent may take when the desk closes.
const FINISH_TIME: Duration = Duration::from_secs(3);

/// Serves until `stop` is done and what was under way has been sent.
pub(crate) async fn listen(
    listener: &TcpListener,
    router: &Router,
    stop: impl Future<Output = ()>,
) {
    let open = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = pin!(stop);
    loop {
        let (stream, place) = tokio::select! {
            admitted = admit(listener, &room) => admitted,
            () = &mut stop => break,
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = open.watch(rules().serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A reader who goes away half way is no fault of the desk's.
            drop(timeout(WHOLE_TIME, connection).await);
            drop(place);
        });
    }
    drop(timeout(FINISH_TIME, open.shutdown()).await);
}

fn rules() -> http1::Builder {
    let mut rules = http1::Builder::new();
    rules
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(HEAD_BYTES)
        .max_headers(HEADERS);
    rules
}

/// The next connection, once there is room for it.
async fn admit(listener: &TcpListener, room: &Arc<Semaphore>) -> (TcpStream, OwnedSemaphorePermit) {
    loop {
        let place = Arc::clone(room)
            .acquire_owned()
            .await
            .expect("the room is never closed");
        match listener.accept().await {
            Ok((stream, _)) => return (stream, place),
            // Out of file descriptors, or the other side was gone already: neither lasts.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}
