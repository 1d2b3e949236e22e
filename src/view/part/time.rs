//! Days and partly known dates, in words and in machine form.

use leptos::prelude::*;

use crate::model::date::{Date, Edtf};

/// A day.
#[component]
pub(crate) fn Day(
    /// Which one.
    day: Date,
) -> impl IntoView {
    view! { <time datetime=day.to_string()>{day.in_words()}</time> }
}

/// A date known to the year, the month or the day.
#[component]
pub(crate) fn When(
    /// Which one.
    date: Edtf,
) -> impl IntoView {
    view! { <time datetime=machine_form(date)>{date.in_words()}</time> }
}

/// What `datetime` may hold: no `~` or `?`, and no year before 1, which HTML does not know.
pub(crate) fn machine_form(date: Edtf) -> Option<String> {
    let plain = Edtf {
        approximate: false,
        uncertain: false,
        ..date
    };
    (date.year > 0).then(|| plain.to_string())
}

#[cfg(test)]
mod tests {
    use super::machine_form;
    use crate::model::date::Edtf;

    #[test]
    fn machines_get_the_date_without_its_doubts() {
        let form = |text| machine_form(Edtf::parse(text).expect(text));
        assert_eq!(form("2014-05~").as_deref(), Some("2014-05"));
        assert_eq!(form("0000"), None);
    }
}
