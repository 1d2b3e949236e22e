//! `commons serve`: the site from memory on this machine, built anew when the content changes.
//!
//! One thread answers requests, another waits for changes and compiles; they share a [`Live`] site.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;
use std::io::{self, Write as _};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, LOCATION, RANGE,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use crate::model::date::Date;
use crate::model::problem::{Explain as _, Problem, Severity};
use crate::shell::native::args::{ContentArgs, ServeArgs};
use crate::shell::native::assets::Shell;
use crate::shell::native::disk::Folder;
use crate::shell::native::failure::{Failure, reason};
use crate::shell::native::live::{Answer, EVENTS_PATH, Live, Reload};
use crate::shell::native::range::{self, Part};
use crate::shell::native::report::human::{self, Colour};
use crate::shell::native::report::{self, Report, Shown};
use crate::shell::native::site_files::{Content, SiteFiles, compile, site_files};
use crate::shell::native::watch::Watch;
use crate::shell::native::{Outcome, assets, disk};

/// The stack of the thread that compiles, as large as a main thread's: what compiled at first must compile again.
const STACK: usize = 8 * 1024 * 1024;

/// Serves until it is interrupted.
pub(crate) fn run(args: &ServeArgs) -> Result<Outcome, Failure> {
    let folder = disk::read(&args.content.content)?;
    let watch = watch(args, &folder)?;
    let shared = Arc::new(Shared::new(args));
    let workshop = Workshop {
        args: args.content.clone(),
        today: args.content.today()?,
        shell: assets::read(&args.shell)?,
        folder,
        shared: Arc::clone(&shared),
    };
    // At first there is nothing better to show than what compiled, errors or not.
    workshop.show(OnErrors::ShowAnyway)?;
    if let Some(watch) = watch {
        // It waits for files, maybe for ever, and ends with the process.
        thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || workshop.follow(&watch))
            .map_err(|error| cannot_listen(args.port, &error))?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .map_err(|error| cannot_listen(args.port, &error))?
        .block_on(serve(shared, args))?;
    Ok(Outcome::Done)
}

fn watch(args: &ServeArgs, folder: &Folder) -> Result<Option<Watch>, Failure> {
    if args.no_watch {
        return Ok(None);
    }
    Watch::new(&folder.root).map(Some)
}

/// What the two threads share.
struct Shared {
    live: RwLock<Live>,
    news: watch::Sender<String>,
}

/// What open pages are told, as JSON.
#[derive(Serialize)]
struct News {
    version: String,
    problems: Option<String>,
}

impl Shared {
    fn new(args: &ServeArgs) -> Shared {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let reload = if args.no_watch {
            Reload::Off
        } else {
            Reload::On {
                run: since.map_or(0, |since| since.as_secs()),
            }
        };
        Shared {
            live: RwLock::new(Live::new(&args.base, reload)),
            news: watch::Sender::new(String::new()),
        }
    }

    fn answer(&self, path: &str) -> Answer {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        live.answer(path)
    }

    fn replace(&self, files: SiteFiles) {
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        live.replace(files);
    }

    fn tell(&self, problems: Option<String>) {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        let version = live.version();
        let news = serde_json::to_string(&News { version, problems });
        self.news
            .send_replace(news.expect("two strings are sound JSON"));
    }
}

/// What makes the site anew.
struct Workshop {
    args: ContentArgs,
    today: Date,
    shell: Shell,
    folder: Folder,
    shared: Arc<Shared>,
}

/// What becomes of a site whose content has errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnErrors {
    /// It is shown as far as it goes.
    ShowAnyway,
    /// The old one stays.
    KeepOld,
}

impl Workshop {
    /// Makes the site anew whenever the folder changes.
    fn follow(mut self, watch: &Watch) {
        while let Some(touched) = watch.next() {
            if let Err(failure) = self.again(&touched) {
                // What failed now (a folder that is being moved, say) may work at the next change.
                let text = failure.to_string();
                report::tell(&self.args, &text);
                self.shared.tell(Some(text));
            }
        }
    }

    fn again(&mut self, touched: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        let Some(folder) = disk::read_again(&self.folder, touched)? else {
            return Ok(());
        };
        self.folder = folder;
        self.show(OnErrors::KeepOld)
    }

    fn show(&self, on_errors: OnErrors) -> Result<(), Failure> {
        let compiled = compile(&self.folder, self.today);
        let report = Report {
            folder: &self.folder,
            problems: &compiled.problems,
        };
        let errors = report.has_errors();
        if !errors || on_errors == OnErrors::ShowAnyway {
            let files = site_files(&compiled.site, &self.folder, &self.shell)?;
            self.shared.replace(files);
        }
        self.shared.tell(errors.then(|| in_page(report)));
        // Last, since nobody who waits for the page waits for the terminal.
        report::print(report, &self.args)
    }
}

/// The errors as text for the page; warnings are for the terminal.
fn in_page(report: Report<'_>) -> String {
    let is_error = |problem: &&Problem| problem.fact.severity() == Severity::Error;
    let errors: Vec<Problem> = report.problems.iter().filter(is_error).cloned().collect();
    let report = Report {
        problems: &errors,
        ..report
    };
    let mut text =
        b"The content has errors. Until they are mended this page stays as it is.\n\n".to_vec();
    human::write(&mut text, report, Shown::Few, Colour::Plain).expect("memory takes any text");
    String::from_utf8_lossy(&text).into_owned()
}

/// Listens, says so, and answers until Ctrl-C.
async fn serve(shared: Arc<Shared>, args: &ServeArgs) -> Result<(), Failure> {
    let failure = |error| cannot_listen(args.port, &error);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port))
        .await
        .map_err(failure)?;
    let address = listener.local_addr().map_err(failure)?;
    let routes = Router::new()
        .route(&format!("{}{EVENTS_PATH}", args.base), get(events))
        .fallback_service(get(answer).with_state(Arc::clone(&shared)))
        .with_state(shared);
    // Where stdout is closed the site is served all the same.
    let _unheard = writeln!(
        io::stdout(),
        "Serving http://{address}{} (Ctrl-C ends it)",
        args.base
    );
    tokio::select! {
        served = axum::serve(listener, routes).into_future() => served.map_err(failure),
        _interrupted = tokio::signal::ctrl_c() => Ok(()),
    }
}

fn cannot_listen(port: u16, error: &io::Error) -> Failure {
    let other = port.checked_add(1).unwrap_or(8081);
    if error.kind() == io::ErrorKind::AddrInUse {
        Failure::new(
            format!("port {port} is in use by another program"),
            format!(
                "end that program, or take another port: `--port {other}`, with make `PORT={other}`"
            ),
        )
    } else if error.kind() == io::ErrorKind::PermissionDenied {
        Failure::new(
            format!("port {port} is reserved for the system"),
            "take a port from 1024 up, such as `--port 8080`",
        )
    } else {
        Failure::new(
            format!("cannot serve on port {port}: {}", reason(error)),
            format!("take another port: `--port {other}`"),
        )
    }
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri, headers: HeaderMap) -> Response {
    let (status, header, bytes) = match shared.answer(uri.path()) {
        Answer::MovedTo(path) => {
            let query = uri.query().map_or_else(String::new, |q| format!("?{q}"));
            let to = [(LOCATION, format!("{path}{query}"))];
            return (StatusCode::MOVED_PERMANENTLY, to).into_response();
        }
        Answer::Missing(page) => (StatusCode::NOT_FOUND, "text/html; charset=utf-8", page),
        Answer::File {
            media_type,
            content,
        } => match bytes(content) {
            Ok(bytes) => return file(media_type, bytes, headers.get(RANGE)),
            Err(error) => {
                let words = format!("This file cannot be read: {}\n", reason(&error));
                let plain = "text/plain; charset=utf-8";
                (StatusCode::NOT_FOUND, plain, words.into_bytes())
            }
        },
    };
    let headers = [(CONTENT_TYPE, header), (CACHE_CONTROL, "no-cache")];
    (status, headers, bytes).into_response()
}

/// A file, or the part of it that was asked for.
fn file(media_type: &'static str, bytes: Vec<u8>, range: Option<&HeaderValue>) -> Response {
    let all = bytes.len();
    let headers = [(CONTENT_TYPE, media_type), (CACHE_CONTROL, "no-cache")];
    match range::part(range.and_then(|range| range.to_str().ok()), all) {
        Part::Whole => (headers, [(ACCEPT_RANGES, "bytes")], bytes).into_response(),
        Part::Bytes(part) => {
            let which = format!("bytes {}-{}/{all}", part.start, part.end - 1);
            let part = bytes[part].to_vec();
            let which = [(CONTENT_RANGE, which)];
            (StatusCode::PARTIAL_CONTENT, headers, which, part).into_response()
        }
        Part::Outside => {
            let which = [(CONTENT_RANGE, format!("bytes */{all}"))];
            (StatusCode::RANGE_NOT_SATISFIABLE, which).into_response()
        }
    }
}

fn bytes(content: Content) -> io::Result<Vec<u8>> {
    match content {
        Content::Bytes(bytes) => Ok(bytes),
        Content::Copy { from, .. } => fs::read(from),
    }
}

async fn events(
    State(shared): State<Arc<Shared>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(shared.news.subscribe());
    Sse::new(news.map(|news| Ok(Event::default().data(news)))).keep_alive(KeepAlive::default())
}
