//! The server as a browser meets it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::world::{ENTRY, TODAY, World};

/// A running server; ended when dropped.
pub(crate) struct Server {
    child: Child,
    _stdout: BufReader<ChildStdout>,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("our own process");
        self.child.wait().expect("our own process");
    }
}

impl Server {
    /// Starts `commons serve` with these arguments on a free port, and waits for its address.
    pub(crate) fn start(world: &World, args: &[&str]) -> Server {
        let all = [&["serve", "--port", "0", "--today", TODAY], args].concat();
        let mut command = world.command(&all);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line");
        let address = line
            .strip_prefix("Serving http://127.0.0.1:")
            .unwrap_or_else(|| panic!("no address in `{line}`"));
        let port = address.split('/').next().expect("a port");
        Server {
            child,
            port: port.parse().expect("a port"),
            _stdout: stdout,
        }
    }

    fn ask(&self, path: &str) -> TcpStream {
        self.ask_with(path, "")
    }

    /// Asks with further header lines, each closed by `\r\n`.
    fn ask_with(&self, path: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a timeout");
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).expect("it takes it");
        stream
    }

    /// The whole answer, head and body.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(path)
            .read_to_string(&mut answer)
            .expect("text in time");
        answer
    }

    /// What open pages are told, one by one.
    fn news(&self) -> impl Iterator<Item = serde_json::Value> + use<> {
        let lines = BufReader::new(self.ask("/_commons/events")).lines();
        lines.filter_map(|line| {
            let line = line.expect("news in time");
            let data = line.strip_prefix("data: ")?;
            Some(serde_json::from_str(data).expect("JSON"))
        })
    }
}

fn world() -> World {
    World::new(&[("concepts/commons.md", ENTRY)])
}

#[test]
fn pages_and_files_are_served_as_a_host_would() {
    let server = Server::start(&world(), &["--shell", "shell", "--no-watch"]);
    let check = |path: &str, begins: &str, holds: &str| {
        let answer = server.get(path);
        assert!(answer.starts_with(begins), "{path}: {answer}");
        assert!(answer.contains(holds), "{path}: {answer}");
    };
    check(
        "/",
        "HTTP/1.1 200",
        "content-type: text/html; charset=utf-8",
    );
    check("/", "HTTP/1.1 200", "cache-control: no-cache");
    check("/concepts/commons/", "HTTP/1.1 200", "cared for");
    check("/concepts?x=1", "HTTP/1.1 301", "location: /concepts/?x=1");
    check("/nowhere/", "HTTP/1.1 404", "<");
    check("/../content/concepts/commons.md", "HTTP/1.1 404", "<");
    check("/%2e%2e/shell/boot.js", "HTTP/1.1 404", "<");
    assert!(!server.get("/").contains("_commons"), "nobody is watching");
}

#[test]
fn a_part_of_a_file_is_served_to_who_asks_for_a_part() {
    let server = Server::start(&world(), &["--shell", "shell", "--no-watch"]);
    let check = |range: &str, begins: &str, holds: &str| {
        let mut answer = Vec::new();
        server
            .ask_with("/data/search/manifest.bin", &format!("Range: {range}\r\n"))
            .read_to_end(&mut answer)
            .expect("an answer in time");
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with(begins), "{range}: {answer}");
        assert!(answer.contains(holds), "{range}: {answer}");
    };
    check("bytes=0-3", "HTTP/1.1 206", "content-range: bytes 0-3/");
    check("bytes=0-3", "HTTP/1.1 206", "content-length: 4\r\n");
    check("bytes=0-3", "HTTP/1.1 206", "\r\n\r\nCmnS");
    check("bytes=99999999-", "HTTP/1.1 416", "content-range: bytes */");
    check("bytes=0-1,3-4", "HTTP/1.1 200", "accept-ranges: bytes");
}

#[test]
fn a_site_can_be_served_below_a_path() {
    let server = Server::start(
        &world(),
        &[
            "--shell",
            "shell",
            "--no-watch",
            "--base",
            "/deep/sub/path/",
        ],
    );
    let page = server.get("/deep/sub/path/concepts/commons/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let outside = server.get("/concepts/commons/");
    assert!(outside.starts_with("HTTP/1.1 404"), "{outside}");
    let moved = server.get("/deep/sub/path");
    assert!(moved.contains("location: /deep/sub/path/"), "{moved}");
}

#[test]
fn open_pages_hear_of_changes_and_of_problems() {
    let world = world();
    let server = Server::start(&world, &["--shell", "shell"]);
    let mut news = server.news();
    let mut next = || news.next().expect("the line stays open");
    let first = next();
    let page = server.get("/concepts/commons/");
    let version = first["version"].as_str().expect("a version");
    let script = format!("src=\"/_commons/reload.js?{version}\"");
    assert!(page.contains(&script), "{page}");

    let path = "content/concepts/commons.md";
    world.write(path, ENTRY.replace("cared for", "looked after"));
    let changed = next();
    assert_ne!(changed["version"], first["version"]);
    assert!(server.get("/concepts/commons/").contains("looked after"));

    world.write(path, format!("{ENTRY}\n[[nowhere]] at all\n"));
    let wrong = next();
    assert_eq!(wrong["version"], changed["version"], "the old page stays");
    let problems = wrong["problems"].as_str().expect("problems");
    assert!(problems.contains("error[broken-link]"), "{problems}");
    assert!(server.get("/concepts/commons/").contains("looked after"));

    world.write(path, ENTRY.replace("cared for", "looked after"));
    let mended = next();
    assert_eq!(mended["version"], changed["version"]);
    assert!(mended["problems"].is_null());
}

#[test]
fn an_interrupt_ends_it_cleanly_even_while_pages_listen() {
    let world = world();
    let mut server = Server::start(&world, &["--shell", "shell"]);
    let mut news = server.news();
    assert!(news.next().is_some());
    let id = server.child.id().to_string();
    let told = Command::new("kill").args(["-INT", &id]).status();
    assert!(told.expect("kill").success());
    let ended = server.child.wait().expect("our own process");
    assert_eq!(ended.code(), Some(0));
}

#[test]
fn a_port_in_use_is_told_with_a_remedy() {
    let world = world();
    let server = Server::start(&world, &["--shell", "shell", "--no-watch"]);
    let port = server.port.to_string();
    let began = Instant::now();
    let run = world.run(&["serve", "--shell", "shell", "--no-watch", "--port", &port]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains(&format!("port {port} is in use")),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("--port"), "{}", run.stderr);
    assert!(began.elapsed() < Duration::from_secs(20));
}
