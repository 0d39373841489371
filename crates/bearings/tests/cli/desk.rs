//! The desk as the program starts it: on this machine only, with the account and the texts.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use super::{Machine, REPORT};

struct Running {
    child: Child,
    address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(machine: &Machine) -> Running {
    let mut child = machine
        .command()
        .args(["--case", "case", "serve", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .split("http://")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned();
    Running { child, address }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_desk_serves_the_account_and_each_text_with_its_excerpts_marked() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let desk = serve(&machine);
    assert!(desk.address.starts_with("127.0.0.1:"));
    let first = get(&desk.address, "/");
    assert!(
        first.starts_with("HTTP/1.1 307") && first.contains("location: /account/"),
        "{first}"
    );
    let home = get(&desk.address, "/desk");
    assert!(home.starts_with("HTTP/1.1 200"), "{home}");
    let account = get(&desk.address, "/account/");
    assert!(account.contains("at least 4 people killed"), "{account}");
    assert!(!account.contains("under the theatre"));
    let read = machine.json(&["read", "report.txt", "--published", "2022-03-01", "--json"]);
    let item = get(
        &desk.address,
        &format!("/items/{}", read["item"]["sha256"].as_str().unwrap()),
    );
    assert!(item.contains("<mark"), "{item}");
    assert!(
        item.contains("under the theatre"),
        "the team sees what stays out of the account"
    );
}

#[test]
fn footage_alike_is_shown_side_by_side() {
    let machine = Machine::new();
    super::footage::case(&machine);
    let desk = serve(&machine);
    let page = get(&desk.address, "/footage");
    let beside = page.split('"').find(|part| part.contains("/beside/"));
    let answer = get(&desk.address, beside.expect("an address"));
    assert!(answer.contains("content-type: image/jpeg"), "{answer}");
    let other = get(&desk.address, &format!("{}0", beside.expect("an address")));
    assert!(other.starts_with("HTTP/1.1 404"), "{other}");
}
