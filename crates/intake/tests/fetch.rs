//! The fetch door against a server on this machine; nothing here leaves it.

#![allow(clippy::unwrap_used)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use bearings_intake::{AddressRule, FetchError, FetchLimits, FetchRules, Fetched, fetch};

/// Answers every request by its path, until the test ends.
fn server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream, port));
        }
    });
    port
}

fn answer(mut stream: TcpStream, port: u16) {
    let mut request = [0; 4096];
    let read = stream.read(&mut request).unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..read]).to_string();
    let path = request.split_whitespace().nth(1).unwrap_or("/").to_owned();
    let redirect =
        |to: &str| format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n");
    let page = |head: &str, body: &str| {
        format!(
            "HTTP/1.1 200 OK\r\n{head}Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let reply = match path.as_str() {
        "/page" => page(
            "Content-Type: text/html; charset=utf-8\r\n",
            "<p>It was quiet.",
        ),
        "/headers" => page("Set-Cookie: a=b\r\n", &request),
        "/large" => page("", &"x".repeat(200_000)),
        "/endless" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while stream.write_all(b"5\r\nxxxxx\r\n").is_ok() {}
            return;
        }
        "/slow" => {
            thread::sleep(Duration::from_secs(20));
            return;
        }
        "/moved" => redirect("/page"),
        "/cookie" => redirect("/headers").replace("\r\n\r\n", "\r\nSet-Cookie: a=b\r\n\r\n"),
        "/round" => redirect("/round"),
        "/inward" => redirect("http://169.254.169.254/latest/meta-data"),
        "/other-port" => redirect(&format!("http://127.0.0.1:{}/", port.wrapping_add(1))),
        "/to-file" => redirect("file:///etc/passwd"),
        _ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned(),
    };
    let _ = stream.write_all(reply.as_bytes());
}

fn local(port: u16) -> FetchLimits {
    FetchLimits {
        bytes: 100_000,
        time: Duration::from_secs(2),
        addresses: AddressRule::PublicAndLoopback,
        ports: vec![80, port],
        ..FetchLimits::default()
    }
}

fn get(port: u16, path: &str) -> Result<Fetched, FetchError> {
    let url = format!("http://127.0.0.1:{port}{path}");
    fetch(&url, &FetchRules::Within(local(port)))
}

#[test]
fn a_page_comes_with_its_type_and_where_it_came_from() {
    let port = server();
    let page = get(port, "/moved").unwrap();
    assert_eq!(page.bytes, b"<p>It was quiet.");
    assert_eq!(page.media_type.as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(page.final_url, format!("http://127.0.0.1:{port}/page"));
    assert_eq!(page.redirects, [format!("http://127.0.0.1:{port}/moved")]);
    assert_eq!(page.status, 200);
}

#[test]
fn nothing_about_the_desk_is_sent() {
    let sent = String::from_utf8(get(server(), "/cookie").unwrap().bytes)
        .unwrap()
        .to_lowercase();
    assert!(sent.contains("user-agent: bearings/"), "{sent}");
    for header in ["cookie:", "referer:", "authorization:", "accept-language:"] {
        assert!(!sent.contains(header), "{sent}");
    }
}

#[test]
fn limits_hold_on_size_time_redirects_and_answers() {
    let port = server();
    for (path, want) in [
        ("/large", "it has more than 0 MB"),
        ("/endless", "it has more than 0 MB"),
        ("/slow", "it took longer than 2 s"),
        ("/round", "it redirects more than 5 times"),
        ("/none", "the server answered 404"),
        ("/inward", "stands for 169.254.169.254"),
        ("/other-port", "is not allowed"),
        ("/to-file", "it is no web address"),
    ] {
        let error = get(port, path).expect_err(path).to_string();
        assert!(error.contains(want), "{path}: {error}");
    }
}

#[test]
fn private_places_are_refused_however_they_are_written() {
    let port = server();
    let limits = FetchLimits {
        addresses: AddressRule::PublicOnly,
        ports: vec![80, 443, port],
        ..local(port)
    };
    for host in [
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[fd00::1]",
        "[fe80::1]",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "0x7f000001",
        "127.1",
        "0",
    ] {
        let url = format!("http://{host}:{port}/page");
        let error = fetch(&url, &FetchRules::Within(limits.clone())).expect_err(host);
        assert!(
            matches!(error, FetchError::PrivateAddress { .. }),
            "{host}: {error}"
        );
    }
}

#[test]
fn what_is_no_plain_web_address_is_refused_before_anything_is_sent() {
    let rules = FetchRules::default();
    for (url, want) in [
        ("ftp://example.org/x", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("example.org", "no web address"),
        ("https://", "no web address"),
        (
            "https://desk:secret@example.org/",
            "carries a user name or password",
        ),
        ("https://example.org:22/", "port 22 is not allowed"),
    ] {
        let error = fetch(url, &rules).expect_err(url).to_string();
        assert!(error.contains(want), "{url}: {error}");
        assert!(!error.contains("secret"), "{error}");
    }
    let error = fetch("https://example.org/", &FetchRules::Off)
        .expect_err("off")
        .to_string();
    assert!(error.contains("fetching is switched off"), "{error}");
}
