//! The local web desk: a case as its team sees it, served to this machine's browser alone.
//!
//! Only shows; it never writes to the case. The account under `/account/` is the published one,
//! byte for byte. The desk's own pages show what stays out of it, labelled, since they are for
//! the team.

mod answer;
mod error;
mod guard;
mod listen;
mod page;
mod phrase;
mod present;
mod routes;
mod words;

use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bearings_publish::MapScript;

pub use error::DeskError;

use bearings_locate::KnownPlaces;
use present::Desk;

/// How many requests are worked on at once, each on its own thread; further ones wait.
const WORKERS: usize = 4;

/// How long work that nobody waits for any more may keep the program from ending.
const LEAVE: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub struct DeskOptions {
    /// The case's folder.
    pub case: PathBuf,
    /// One of this machine's own addresses; port 0 takes any free one.
    pub address: SocketAddr,
    /// The places that names are looked up in.
    pub gazetteer: Arc<KnownPlaces>,
    /// The map's script and its styles; without them the account has its drawn map.
    pub script: Option<(&'static str, &'static str)>,
}

/// Opens the desk and serves it until Ctrl-C. `ready` is called with the address it listens on.
///
/// Fails when the address is not this machine's own, the port is taken or the case cannot be
/// opened; what goes wrong later is told on the page it goes wrong for.
pub fn serve(options: DeskOptions, ready: impl FnOnce(SocketAddr)) -> Result<(), DeskError> {
    serve_until(options, ready, interrupted())
}

fn serve_until(
    options: DeskOptions,
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()>,
) -> Result<(), DeskError> {
    let script = options.script.map(|(js, css)| MapScript { js, css });
    let desk = Desk::open(&options.case, options.gazetteer, script)?;
    let listener = bind(options.address)?;
    let address = listener.local_addr().map_err(DeskError::Runtime)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(WORKERS)
        .build()
        .map_err(DeskError::Runtime)?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        ready(address);
        listen::listen(
            &listener,
            &routes::router(Arc::new(desk), address.port()),
            stop,
        )
        .await;
        Ok(())
    });
    runtime.shutdown_timeout(LEAVE);
    served.map_err(DeskError::Runtime)
}

fn bind(address: SocketAddr) -> Result<TcpListener, DeskError> {
    if !address.ip().is_loopback() {
        return Err(DeskError::NotLoopback { ip: address.ip() });
    }
    let bound = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    bound.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => DeskError::PortTaken {
            port: address.port(),
        },
        _ => DeskError::Listen { address, source },
    })
}

/// Ctrl-C, or the signal that other programs end one with. Where neither can be listened for,
/// the system's own way of ending a program remains.
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminated) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        heard = tokio::signal::ctrl_c() => if heard.is_err() { std::future::pending().await },
        _ = terminated.recv() => {}
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;
    use std::sync::mpsc;

    use bearings_case::{Case, Signer};
    use bearings_model::Zone;
    use jiff::Timestamp;

    use super::*;

    fn options(folder: &std::path::Path, address: &str) -> DeskOptions {
        let case = folder.join("case");
        if !case.exists() {
            let signer = Signer::from_secret([7; 32]);
            Case::create(
                &case,
                "Test",
                &Zone::utc(),
                &signer,
                "desk",
                Timestamp::UNIX_EPOCH,
            )
            .unwrap();
        }
        DeskOptions {
            case,
            address: address.parse().unwrap(),
            gazetteer: Arc::default(),
            script: None,
        }
    }

    #[test]
    fn the_desk_closes_when_told_to_and_frees_its_port() {
        let folder = tempfile::tempdir().unwrap();
        let options = options(folder.path(), "127.0.0.1:0");
        let (tell, told) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let served = std::thread::spawn(move || {
            let stopped = async { drop(stopped.await) };
            serve_until(options, |address| tell.send(address).unwrap(), stopped)
        });
        let address = told.recv().unwrap();
        TcpStream::connect(address).unwrap();
        stop.send(()).unwrap();
        assert!(served.join().unwrap().is_ok());
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn only_this_machines_own_addresses_are_served() {
        let folder = tempfile::tempdir().unwrap();
        for address in ["0.0.0.0:0", "192.0.2.1:0", "[::]:0"] {
            let refused = serve_until(options(folder.path(), address), |_| {}, async {});
            assert!(
                matches!(refused, Err(DeskError::NotLoopback { .. })),
                "{address}"
            );
        }
        assert!(serve_until(options(folder.path(), "127.0.0.1:0"), |_| {}, async {}).is_ok());
    }

    #[test]
    fn a_taken_port_is_named_with_what_to_try() {
        let folder = tempfile::tempdir().unwrap();
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap();
        let refused = serve_until(
            options(folder.path(), &address.to_string()),
            |_| {},
            async {},
        );
        let message = refused.unwrap_err().to_string();
        assert!(
            message.contains(&address.port().to_string()) && message.contains("--port"),
            "{message}"
        );
    }
}
