//! A browser of a few lines: writes a request as it is told and reads what comes back.

#![allow(dead_code)] // Each test program uses its own half of it.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;

use bearings_desk::{DeskOptions, serve};

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// Opens the desk on any free port; it is served until the test program ends.
pub fn open(case: PathBuf) -> SocketAddr {
    let (tell, told) = mpsc::channel();
    let script = Some(("// draws the map", "#map{}"));
    let options = DeskOptions {
        case,
        address: "127.0.0.1:0".parse().unwrap(),
        gazetteer: Arc::default(),
        script,
    };
    thread::spawn(move || serve(options, |address| tell.send(address).unwrap()));
    told.recv().unwrap()
}

pub fn get(address: SocketAddr, path: &str) -> Answer {
    ask(
        address,
        &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n"),
    )
}

/// Sends these lines, closes the connection after the answer and takes it apart.
pub fn ask(address: SocketAddr, lines: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .write_all(format!("{lines}Connection: close\r\n\r\n").as_bytes())
        .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut head = head.lines();
    let status = head
        .next()
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let headers = head.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
    Answer {
        status,
        headers: headers.collect(),
        body: body.to_owned(),
    }
}
