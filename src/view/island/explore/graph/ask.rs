//! What can be asked of the graph: where an entry is, what is around it, how two are connected.

use leptos::prelude::*;

use crate::explore::graph::tie::Way;
use crate::explore::phrase::counted;
use crate::explore::state::MOST_STEPS;
use crate::view::island::explore::desk::By;
use crate::view::island::explore::graph::Study;
use crate::view::island::explore::graph::look::{Look, Trip};
use crate::view::island::explore::pick::{Picker, pick};

/// The id of the field that finds an entry.
const FIND: &str = "graph-find";
/// The ids of the fields of a path.
const ENDS: [&str; 2] = ["graph-from", "graph-to"];

/// Finds an entry by its title and selects it.
pub fn find(study: Study) -> impl IntoView {
    let chosen = Signal::derive(move || {
        let node = study.selected.get()?;
        study.with_atlas(|atlas| atlas.row(node)).flatten()
    });
    let lost = RwSignal::new(String::new());
    let choose = move |row: Option<u32>| {
        let found = row.map(|row| study.find(row));
        let (node, words) = match found {
            Some(Ok(node)) => (Some(node), String::new()),
            Some(Err(words)) => (None, words),
            None => (None, String::new()),
        };
        study.select(node);
        if !words.is_empty() {
            study.desk.say(words.clone());
        }
        lost.set(words);
    };
    let picker = picker(study, FIND, "Find an entry in the graph", chosen, choose);
    view! {
        <div>
            {pick(picker)}
            <p class="meta" hidden=move || lost.with(String::is_empty)>{move || lost.get()}</p>
        </div>
    }
}

fn picker(
    study: Study,
    id: &'static str,
    label: &'static str,
    chosen: Signal<Option<u32>>,
    choose: impl Fn(Option<u32>) + Send + Sync + 'static,
) -> Picker {
    Picker {
        id,
        label,
        world: study.desk.world,
        titles: study.desk.titles.get_untracked(),
        chosen,
        choose: Callback::new(choose),
    }
}

impl Study {
    /// The node of a row that is shown, or why there is none.
    fn find(self, row: u32) -> Result<u32, String> {
        let title = self.title(row);
        let found = self.look.with_untracked(|look| {
            let look = look.as_ref()?;
            let node = self.with_atlas(|atlas| atlas.node(row))?;
            Some((
                node,
                node.is_some_and(|node| look.is_shown(node)),
                look.centre(),
            ))
        });
        let why = match found {
            Some((Some(node), true, _)) => return Ok(node),
            Some((Some(_), false, None)) => {
                " is not in this set. Take a filter away to see it here."
            }
            Some((Some(_), false, Some(_))) => {
                " is not among what is near. Show all entries to see it."
            }
            Some((None, _, _)) | None => {
                " has too few connections to be drawn; its own page shows them."
            }
        };
        Err([&title, why].concat())
    }
}

/// How far around the entry one sees, and the way back; nothing while the graph is drawn around none.
pub fn around(study: Study) -> impl IntoView {
    let focus = Memo::new(move |_| study.desk.state.with(|state| state.focus));
    let steps = Memo::new(move |_| study.desk.state.with(|state| state.steps));
    move || {
        let title = study.title(focus.get()?);
        let buttons = (1..=MOST_STEPS).map(|count| {
            let choose = move |_| {
                study.desk.change(By::Pressing, |state| state.steps = count);
                study.desk.say(untrack(move || study.words()));
            };
            let pressed = move || {
                if steps.get() == count {
                    "true"
                } else {
                    "false"
                }
            };
            view! {
                <button type="button" aria-pressed=pressed on:click=choose>
                    {counted(count.into(), "step", "steps")}
                </button>
            }
        });
        let leave = move |_| {
            study.focus(None);
            study.sheet.focus();
        };
        Some(view! {
            <div class="graph-around" role="group" aria-label="What is near">
                <p>"Around " <bdi>{title}</bdi></p>
                <div class="views">{buttons.collect::<Vec<_>>()}</div>
                <button type="button" on:click=leave>"Show all entries"</button>
            </div>
        })
    }
}

/// How two entries are connected.
pub fn path(study: Study) -> impl IntoView {
    let path = Memo::new(move |_| study.desk.state.with(|state| state.path));
    let ends = study.ends;
    Effect::new(move |_| {
        if let Some((from, to)) = path.get() {
            ends.set([Some(from), Some(to)]);
        }
    });
    let fields = [("From", 0), ("To", 1)].map(|(label, at)| {
        let chosen = Signal::derive(move || ends.with(|ends| ends[at]));
        let choose = move |row| study.end(at, row);
        pick(picker(study, ENDS[at], label, chosen, choose))
    });
    let [from, to] = fields;
    let clear = move |_| {
        study.go(None, None);
        study.desk.world.focus(ENDS[0]);
    };
    let none = move || ends.with(|ends| *ends == [None, None]);
    view! {
        <details class="graph-path" open=move || !none()>
            <summary>"How are two entries connected?"</summary>
            <div class="graph-ends">
                {from} {to}
                <button type="button" hidden=none on:click=clear>"Clear"</button>
            </div>
            {move || answer(study)}
        </details>
    }
}

impl Study {
    /// One end of the path was chosen, or emptied.
    pub fn end(self, at: usize, row: Option<u32>) {
        let mut new = self.ends.get_untracked();
        if let Some(end) = new.get_mut(at) {
            *end = row;
        }
        self.go(new[0], new[1]);
    }

    /// Looks for a path where both ends are known.
    fn go(self, from: Option<u32>, to: Option<u32>) {
        // One end alone is no path yet: it waits here.
        self.ends.set([from, to]);
        let path = from.zip(to);
        let changes = self.desk.state.with_untracked(|state| state.path != path);
        if !changes {
            return;
        }
        self.desk.change(By::Pressing, |state| state.path = path);
        if path.is_some() {
            self.desk.say(untrack(move || self.trip_in_words()));
        }
    }

    fn trip_in_words(self) -> String {
        let words = self.look.with(|look| {
            let look = look.as_ref()?;
            self.with_atlas(|atlas| look.trip_in_words(atlas, |row| self.title(row)))
                .flatten()
        });
        words.unwrap_or_default()
    }
}

/// The path in words: how long it is, then a line with links for each step.
fn answer(study: Study) -> Option<AnyView> {
    let look = study.look.get()?;
    let path = look.path.as_ref()?;
    let trip = path.as_ref().ok();
    let Some((trip, hops)) = trip.and_then(|trip| Some((trip, trip.hops.as_ref()?))) else {
        return Some(none(study, &look).into_any());
    };
    let mut here = trip.from;
    let steps: Vec<_> = hops
        .iter()
        .map(|hop| {
            let step = step(study, here, hop.tie.label(hop.way), hop.to);
            here = hop.to;
            step
        })
        .collect();
    let against = hops.iter().any(|hop| hop.way == Way::Against);
    let note = against
        .then_some("Each step is read from left to right, whichever of the two wrote it down.");
    Some(
        view! {
            <div class="graph-answer">
                <p>{length(study, trip)}</p>
                <ol>{steps}</ol>
                <p class="meta">{note}</p>
            </div>
        }
        .into_any(),
    )
}

/// `A is 2 steps from B:`.
fn length(study: Study, trip: &Trip) -> String {
    let title = |node| {
        study
            .with_atlas(|atlas| atlas.title(node).to_owned())
            .unwrap_or_default()
    };
    let count = trip.hops.as_ref().map_or(0, Vec::len);
    if count == 0 {
        return ["Both are ", &title(trip.from), "."].concat();
    }
    let steps = counted(count, "step", "steps");
    [
        &title(trip.from),
        " is ",
        &steps,
        " from ",
        &title(trip.to),
        ":",
    ]
    .concat()
}

fn step(study: Study, from: u32, label: &'static str, to: u32) -> impl IntoView {
    view! { <li>{link(study, from)} <span class="graph-label">" — " {label} " → "</span> {link(study, to)}</li> }
}

/// A link to the page of a node.
pub fn link(study: Study, node: u32) -> impl IntoView {
    let found = study.with_atlas(|atlas| {
        let found = atlas.net.node(node);
        found.map(|node| (study.desk.to(&node.address), node.title.clone()))
    });
    found
        .flatten()
        .map(|(href, title)| view! { <a href=href><bdi>{title}</bdi></a> })
}

/// No path: why, and what to try.
fn none(study: Study, look: &Look) -> impl IntoView + use<> {
    let words = study.trip_in_words();
    let narrowed = study.desk.state.with(|state| !state.is_open());
    let hides = !study.desk.state.with(|state| state.hidden.is_empty());
    let open = move |_| {
        study
            .desk
            .change(By::Pressing, crate::explore::state::State::open);
        study.desk.say(untrack(move || study.trip_in_words()));
    };
    let show = move |_| {
        study
            .desk
            .change(By::Pressing, |state| state.hidden.clear());
        study.desk.say(untrack(move || study.trip_in_words()));
    };
    let apart = look.path.as_ref().is_some_and(Result::is_ok);
    view! {
        <div class="graph-answer">
            <p>{words}</p>
            {narrowed.then(|| view! { <button type="button" on:click=open>"Look among all entries"</button> })}
            " "
            {(hides && apart).then(|| view! { <button type="button" on:click=show>"Show all connections"</button> })}
        </div>
    }
}
