//! Any text to a state. Nothing here fails: what is not understood is named and dropped.

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Related, Sign, Span, Way};
use crate::explore::graph::tie::Tie;
use crate::explore::state::escape::unescape;
use crate::explore::state::write::way_name;
use crate::explore::state::{
    CLOSEST, LONGEST_QUERY, MOST_COMPARED, MOST_STEPS, MapWindow, Period, Reading, State, View,
};
use crate::explore::table::{Column, SortKey};
use crate::model::relation;

/// How many dropped things are told one by one: a reader who pasted something else need not see all of it.
const TOLD: usize = 5;
/// How many characters of a dropped thing are shown.
const SHOWN: usize = 40;
/// The farthest month that the timeline can look at: December 9999.
const LAST_MONTH: i32 = 9999 * 12 + 11;

/// Reads part after part.
pub(super) fn read(fragment: &str, index: &Index) -> Reading {
    let mut reader = Reader {
        index,
        state: State::default(),
        seen: Vec::new(),
        dropped: Vec::new(),
        more: 0,
    };
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    for part in fragment.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        reader.part(&unescape(key), value);
    }
    reader.done()
}

struct Reader<'a> {
    index: &'a Index,
    state: State,
    /// Keys that may stand once only.
    seen: Vec<String>,
    dropped: Vec<String>,
    /// How many more were dropped than are told.
    more: usize,
}

impl Reader<'_> {
    fn part(&mut self, key: &str, value: &str) {
        let (sign, name) = match key.strip_prefix('-') {
            Some(rest) => (Sign::Without, rest),
            None => (Sign::With, key),
        };
        if let Some(facet) = Facet::parse(name) {
            self.marks(facet, sign, value);
            return;
        }
        if self.seen.iter().any(|seen| seen == key) {
            self.drop("stands twice; the first was taken", key);
            return;
        }
        if self.single(key, value) {
            self.seen.push(key.to_owned());
        } else {
            self.drop("is nothing that can be chosen here", key);
        }
    }

    /// What may stand once only; false where there is no such key.
    fn single(&mut self, key: &str, value: &str) -> bool {
        match key {
            "q" => self.query(value),
            "founded" => self.state.selection.founded = self.span(value, "is no range of years"),
            "ended" => self.state.selection.ended = self.span(value, "is no range of years"),
            "checked" => self.state.selection.checked = self.span(value, "is no range of days"),
            "relation" => self.relation(value),
            "view" => self.view(value),
            "sort" => self.sort(value),
            "columns" => self.columns(value),
            "map" => self.map(value),
            "time" => self.time(value),
            "focus" => self.state.focus = self.entry(value),
            "steps" => self.steps(value),
            "path" => self.path(value),
            "hide" => self.hide(value),
            "compare" => self.compare(value),
            "shortlist" => self.state.shortlist = self.entries(value),
            _unknown => return false,
        }
        true
    }

    /// Says that something was dropped: `“…” is no view`.
    fn drop(&mut self, why: &str, what: &str) {
        if self.dropped.len() == TOLD {
            self.more += 1;
            return;
        }
        let mut shown: String = what.chars().take(SHOWN).collect();
        if shown.len() < what.len() {
            shown.push('…');
        }
        let sentence = ["In the address, “", &shown, "” ", why, "."].concat();
        self.dropped.push(sentence);
    }

    fn done(mut self) -> Reading {
        if self.more > 0 {
            let more = self.more.to_string();
            let sentence = ["In the address, ", &more, " more could not be understood."];
            self.dropped.push(sentence.concat());
        }
        Reading {
            state: self.state,
            dropped: self.dropped,
        }
    }

    fn query(&mut self, value: &str) {
        let words = unescape(value);
        self.state.search(&words);
        if words.chars().count() > LONGEST_QUERY {
            self.drop(
                "is too long to be searched for; its beginning was taken",
                &words,
            );
        }
    }

    fn marks(&mut self, facet: Facet, sign: Sign, values: &str) {
        for word in words(values) {
            let Some(value) = self.index.value_named(facet, &word) else {
                let why = ["is no value of “", facet.label(), "” that an entry has"];
                self.drop(&why.concat(), &word);
                continue;
            };
            match self.state.selection.sign(facet, value) {
                Some(other) if other != sign => {
                    self.drop("is both wanted and not wanted; the first was taken", &word);
                }
                _same => self.state.selection.mark(facet, value, Some(sign)),
            }
        }
    }

    fn span(&mut self, value: &str, why: &str) -> Span {
        let text = unescape(value);
        let span = parse_span(&text);
        if span.is_none() {
            self.drop(why, &text);
        }
        span.unwrap_or_default()
    }

    fn relation(&mut self, value: &str) {
        let text = unescape(value);
        let (by, name) = match text.split_once(':') {
            Some((by, name)) => (Some(by), name),
            None => (None, text.as_str()),
        };
        let way = by.map(way_named);
        match (way, self.index.row_named(name)) {
            (Some(None), _) => self.drop("is no type of relation", by.unwrap_or_default()),
            (_, None) => self.drop("is no entry", name),
            (way, Some(to)) => {
                let by = way.flatten();
                self.state.selection.related = Some(Related { to, by });
            }
        }
    }

    fn view(&mut self, value: &str) {
        let text = unescape(value);
        match View::parse(&text) {
            Some(view) => self.state.view = view,
            None => self.drop("is no view", &text),
        }
    }

    fn sort(&mut self, value: &str) {
        for word in words(value) {
            let (descending, name) = match word.strip_prefix('-') {
                Some(rest) => (true, rest),
                None => (false, word.as_str()),
            };
            match Column::parse(name) {
                None => self.drop("is nothing to sort by", &word),
                Some(column) if self.state.sort.iter().any(|key| key.column == column) => {
                    self.drop("is sorted by already", &word);
                }
                Some(column) => self.state.sort.push(SortKey { column, descending }),
            }
        }
    }

    fn columns(&mut self, value: &str) {
        let mut columns = Vec::new();
        let mut any = false;
        for word in words(value) {
            match Column::parse(&word) {
                None => self.drop("is no column", &word),
                Some(column) => {
                    any = true;
                    if column != Column::Title && !columns.contains(&column) {
                        columns.push(column);
                    }
                }
            }
        }
        if any {
            self.state.columns = columns;
        }
    }

    fn map(&mut self, value: &str) {
        let text = unescape(value);
        self.state.map = parse_map(&text);
        if self.state.map.is_none() {
            self.drop("is no window of the map", &text);
        }
    }

    fn time(&mut self, value: &str) {
        let text = unescape(value);
        self.state.time = parse_period(&text);
        if self.state.time.is_none() {
            self.drop("is no window of the timeline", &text);
        }
    }

    fn steps(&mut self, value: &str) {
        let text = unescape(value);
        let steps = text.parse().ok();
        match steps.filter(|steps| (1..=MOST_STEPS).contains(steps)) {
            Some(steps) => self.state.steps = steps,
            None => self.drop("is no number of steps", &text),
        }
    }

    fn path(&mut self, value: &str) {
        match self.entries(value).as_slice() {
            [from, to] => self.state.path = Some((*from, *to)),
            _other => self.drop(
                "is no pair of entries to find a path between",
                &unescape(value),
            ),
        }
    }

    fn hide(&mut self, value: &str) {
        for word in words(value) {
            match Tie::named(&word) {
                Some(tie) => self.state.hidden.push(tie),
                None => self.drop("is no type of relation", &word),
            }
        }
        self.state.hidden.sort_unstable();
        self.state.hidden.dedup();
    }

    fn compare(&mut self, value: &str) {
        let mut rows = self.entries(value);
        for row in rows.split_off(rows.len().min(MOST_COMPARED)) {
            let title = self.index.title(row);
            self.drop("is one too many to be compared", title);
        }
        self.state.compared = rows;
    }

    fn entry(&mut self, value: &str) -> Option<u32> {
        let name = unescape(value);
        let row = self.index.row_named(&name);
        if row.is_none() {
            self.drop("is no entry", &name);
        }
        row
    }

    /// Entries, none twice, in their order.
    fn entries(&mut self, value: &str) -> Vec<u32> {
        let mut rows = Vec::new();
        let mut known = crate::explore::set::Set::none(self.index.rows());
        for name in words(value) {
            match self.index.row_named(&name) {
                Some(row) if known.contains(row) => {}
                Some(row) => {
                    known.insert(row);
                    rows.push(row);
                }
                None => self.drop("is no entry", &name),
            }
        }
        rows
    }
}

/// What stands between commas.
fn words(value: &str) -> impl Iterator<Item = String> {
    let words = value.split(',').filter(|word| !word.is_empty());
    words.map(unescape)
}

/// `1990..2010`, `1990..`, `..2010`, `1990`.
fn parse_span(text: &str) -> Option<Span> {
    let number = |text: &str| text.parse::<i32>().ok();
    let Some((from, to)) = text.split_once("..") else {
        let only = number(text)?;
        return Some(Span::of(Some(only), Some(only)));
    };
    match (from, to) {
        ("", "") => None,
        ("", to) => Some(Span::of(None, Some(number(to)?))),
        (from, "") => Some(Span::of(Some(number(from)?), None)),
        (from, to) => Some(Span::of(Some(number(from)?), Some(number(to)?))),
    }
}

/// The relation with this name in one of its directions.
fn way_named(name: &str) -> Option<Way> {
    let kinds = (0_u8..).zip(relation::ALL);
    let mut ways = kinds.flat_map(|(kind, _)| [false, true].map(|inverse| Way { kind, inverse }));
    ways.find(|way| way_name(*way) == name)
}

/// `-90.18,32.3,4`.
fn parse_map(text: &str) -> Option<MapWindow> {
    let mut parts = text.split(',');
    let mut degrees = |farthest: i16| {
        let degrees = hundredths(parts.next()?)?;
        (-farthest..=farthest).contains(&degrees).then_some(degrees)
    };
    let (lon, lat) = (degrees(18_000)?, degrees(9_000)?);
    let zoom = parts.next()?.parse().ok()?;
    let is_whole = parts.next().is_none() && zoom <= CLOSEST;
    is_whole.then_some(MapWindow { lon, lat, zoom })
}

/// A number with at most two digits after its point.
fn hundredths(text: &str) -> Option<i16> {
    let (sign, size) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, part) = size.split_once('.').unwrap_or((size, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !are_digits(whole) || !are_digits(part) {
        return None;
    }
    let part: i16 = [part, &"00"[part.len()..]].concat().parse().ok()?;
    let whole: i16 = whole.parse().ok()?;
    Some(sign * whole.checked_mul(100)?.checked_add(part)?)
}

/// `1990..2010` or `1990-03..1991-06`.
fn parse_period(text: &str) -> Option<Period> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (month(from, 0)?, month(to, 11)?);
    (from <= to).then_some(Period { from, to })
}

/// The number of a month; the one that is `left_out` of a year alone.
fn month(text: &str, left_out: i32) -> Option<i32> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, month.parse::<i32>().ok()?.checked_sub(1)?),
        None => (text, left_out),
    };
    let year: i32 = year.parse().ok()?;
    let number = year.checked_mul(12)?.checked_add(month)?;
    let is_real = (0..12).contains(&month) && (0..=LAST_MONTH).contains(&number);
    is_real.then_some(number)
}
