//! The filter of the board of offers and needs. The page is printed with all that was open on the day of the build; here
//! what has expired since is hidden, and what the reader does not want to see.
//!
//! What there is to know of a notice stands on it: each has an id by its number, and attributes. So no file is fetched.

use leptos::prelude::*;

use crate::explore::exchange::Named;
use crate::explore::exchange::filter::{Board, Field, Filter, Filtered, Side, Tally, board};
use crate::model::date::Date;
use crate::view::island::explore::world::{ExplorerWorld, world};
use crate::view::island::search::steps::Steps;

/// The beginning of a notice's id; its number follows.
pub const NOTICE: &str = "notice-";

/// The beginning of the ids of what tells that an offer meets a need; a number follows.
pub const MEETING: &str = "meeting-";

/// The id of the fields.
const FIELDS: &str = "board-fields";

/// What is known of a notice on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The id of its element.
    id: String,
    side: Side,
    kind: Named,
    terms: Option<Named>,
    country: Option<Named>,
}

impl Filtered for Posted {
    fn side(&self) -> Side {
        self.side
    }
    fn kind(&self) -> &Named {
        &self.kind
    }
    fn terms(&self) -> Option<&Named> {
        self.terms.as_ref()
    }
    fn country(&self) -> Option<&Named> {
        self.country.as_ref()
    }
}

/// The notices of a page, by what `attribute` says of an element, and the ids of what has expired on `today`.
fn posted(
    attribute: impl Fn(&str, &str) -> Option<String>,
    today: &str,
) -> (Vec<Posted>, Vec<String>) {
    let mut open = Vec::new();
    let mut expired = Vec::new();
    for beginning in [NOTICE, MEETING] {
        let ids = (0_u32..).map(|number| [beginning, &number.to_string()].concat());
        for id in ids {
            let Some(side) = attribute(&id, "data-side") else {
                break;
            };
            // Days are written so that their letters stand in their order.
            let until = attribute(&id, "data-expires");
            if until.is_some_and(|until| *until < *today) {
                expired.push(id);
            } else if let Some(side) = Side::parse(&side) {
                open.extend(read(&attribute, id, side));
            }
        }
    }
    (open, expired)
}

/// A notice; nothing where the element is none.
fn read(
    attribute: &impl Fn(&str, &str) -> Option<String>,
    id: String,
    side: Side,
) -> Option<Posted> {
    let named = |value: &str, label: &str| {
        Some(Named {
            value: attribute(&id, value)?,
            label: attribute(&id, label)?,
        })
    };
    Some(Posted {
        side,
        kind: named("data-type", "data-type-name")?,
        terms: named("data-terms", "data-terms-name"),
        country: named("data-country", "data-country-name"),
        id,
    })
}

/// What the parts of the filter share.
#[derive(Clone, Copy)]
struct Desk {
    world: &'static dyn ExplorerWorld,
    today: RwSignal<Option<Date>>,
    notices: RwSignal<Vec<Posted>>,
    filter: RwSignal<Filter>,
    board: Memo<Board>,
    steps: StoredValue<Steps>,
}

impl Desk {
    fn new(world: &'static dyn ExplorerWorld) -> Desk {
        let today = RwSignal::new(None);
        let notices = RwSignal::new(Vec::new());
        let filter = RwSignal::new(Filter::default());
        let board = Memo::new(move |_| {
            let today = today.get();
            let on = |day| notices.with(|all| filter.with(|filter| board(all, filter, day)));
            today.map(on).unwrap_or_default()
        });
        Desk {
            world,
            today,
            notices,
            filter,
            board,
            steps: StoredValue::default(),
        }
    }

    /// Reads what is on the page, hides what has expired, and does as the address says.
    fn begin(self) {
        let today = self.world.today();
        let (open, expired) = posted(|id, name| self.world.attribute(id, name), &today);
        for id in &expired {
            self.world.hide(id, true);
        }
        self.notices.set(open);
        self.arrive();
        self.today.set(Date::parse(&today));
        self.world.on_fragment(Box::new(move || self.arrive()));
    }

    fn arrive(self) {
        let here = self.world.here();
        let fragment = here.split_once('#').map_or("", |(_, fragment)| fragment);
        self.steps
            .update_value(|steps| steps.arrive(fragment.to_owned()));
        self.show(Filter::read(fragment));
    }

    fn change(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        let fragment = filter.write();
        let mut step = None;
        self.steps
            .update_value(|steps| step = steps.pressed(&fragment));
        if let Some(step) = step {
            let address = if fragment.is_empty() {
                fragment
            } else {
                ["#", &fragment].concat()
            };
            self.world.set_fragment(&address, step);
        }
        self.show(filter);
    }

    fn show(self, filter: Filter) {
        self.notices.with_untracked(|notices| {
            for notice in notices {
                self.world.hide(&notice.id, !filter.passes(notice));
            }
        });
        self.filter.set(filter);
    }
}

/// The filter. Where scripts do not run the style sheet hides it, and all of the board is shown.
#[island]
pub fn ExchangeFilter() -> impl IntoView {
    let desk = Desk::new(world());
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.begin()));
    let open = RwSignal::new(false);
    let as_word = move || if open.get() { "true" } else { "false" };
    let is_narrowed = move || desk.filter.with(|filter| *filter != Filter::default());
    view! {
        <div class="board-filter">
            <div class="board-line">
                <p role="status">{move || desk.board.with(|board| board.sentence.clone())}</p>
                <button
                    type="button"
                    hidden=move || !is_narrowed()
                    on:click=move |_| desk.change(|filter| *filter = Filter::default())
                >
                    "Show all"
                </button>
                <button
                    type="button"
                    class="facets-open"
                    aria-controls=FIELDS
                    aria-expanded=as_word
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Filters"
                </button>
            </div>
            <div class="facets" id=FIELDS data-open=as_word>
                {move || sides(desk)}
                {move || field(desk, Field::Kind)}
                {move || field(desk, Field::Country)}
                {move || field(desk, Field::Terms)}
            </div>
        </div>
    }
}

/// Offers, needs or both; nothing before the island is awake.
fn sides(desk: Desk) -> Option<impl IntoView> {
    desk.today.get()?;
    let (offered, sought) = desk.board.with(|board| (board.offered, board.sought));
    let sides = [
        (None, "Offers and needs", offered + sought),
        (Some(Side::Offered), "Offers", offered),
        (Some(Side::Sought), "Needs", sought),
    ];
    let sides = sides.map(|(side, label, count)| {
        let is_chosen = desk.filter.with(|filter| filter.side == side);
        let choose = move |_| desk.change(|filter| filter.side = side);
        view! {
            <label>
                <input type="radio" name="side" prop:checked=is_chosen on:change=choose/>
                <span>{label} " " <span class="count">{count.to_string()}</span></span>
            </label>
        }
    });
    Some(
        view! { <fieldset><legend>"Show"</legend><div>{sides.into_iter().collect::<Vec<_>>()}</div></fieldset> },
    )
}

/// The values of a field; nothing where there are none.
fn field(desk: Desk, field: Field) -> Option<impl IntoView> {
    let legend = match field {
        Field::Kind => "Type",
        Field::Terms => "Terms",
        Field::Country => "Country",
    };
    let tallies = desk.board.with(|board| match field {
        Field::Kind => board.kinds.clone(),
        Field::Terms => board.terms.clone(),
        Field::Country => board.countries.clone(),
    });
    let values: Vec<_> = tallies.into_iter().map(|t| value(desk, field, t)).collect();
    (!values.is_empty())
        .then(|| view! { <fieldset><legend>{legend}</legend><div>{values}</div></fieldset> })
}

fn value(desk: Desk, field: Field, tally: Tally) -> impl IntoView {
    let Named { label, value } = tally.named;
    let is_chosen = desk
        .filter
        .with(|filter| filter.values(field).contains(&value));
    let choose = move |_| desk.change(|filter| filter.toggle(field, &value));
    view! {
        <label>
            <input type="checkbox" prop:checked=is_chosen on:change=choose/>
            <span>{label} " " <span class="count">{tally.count.to_string()}</span></span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::posted;

    /// A page written as lines of `id name=value name=value`.
    fn check(page: &str, today: &str, open: &[&str], expired: &[&str]) {
        let attribute = |id: &str, name: &str| {
            let mut lines = page.lines().map(str::trim);
            let line = lines.find(|line| line.split(' ').next() == Some(id))?;
            let mut pairs = line.split(' ').filter_map(|pair| pair.split_once('='));
            let found = pairs.find(|(key, _)| *key == name);
            found.map(|(_, value)| value.to_owned())
        };
        let (still, gone) = posted(attribute, today);
        let still: Vec<_> = still.iter().map(|notice| notice.id.as_str()).collect();
        assert_eq!(
            (still, gone),
            (
                open.to_vec(),
                expired.iter().map(ToString::to_string).collect()
            )
        );
    }

    const PAGE: &str = "
        notice-0 data-side=offered data-type=good data-type-name=Good data-expires=2026-11-22
        notice-1 data-side=sought data-type=space data-type-name=Space
        notice-2 data-side=neither data-type=space data-type-name=Space
        notice-4 data-side=sought data-type=space data-type-name=Space
        meeting-0 data-side=offered data-expires=2026-11-22";

    #[test]
    fn what_stands_on_the_page_is_open_until_its_day_is_over() {
        check(PAGE, "2026-11-22", &["notice-0", "notice-1"], &[]);
        let gone = ["notice-0", "meeting-0"];
        check(PAGE, "2026-11-23", &["notice-1"], &gone);
        check("", "2026-11-23", &[], &[]);
    }
}
