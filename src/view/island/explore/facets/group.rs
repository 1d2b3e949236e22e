//! A heading that opens and closes what stands below it.

use leptos::prelude::*;

/// A group of filters below its heading.
pub(super) struct Group<Chosen> {
    /// Its id.
    pub(super) id: String,
    /// Its heading.
    pub(super) label: &'static str,
    /// Whether it is open to begin with.
    pub(super) open: bool,
    /// How many of its filters are in use.
    pub(super) chosen: Chosen,
}

/// The heading, and below it what `inside` makes while it is open.
pub(super) fn group<Chosen, Inside>(
    group: Group<Chosen>,
    inside: impl Fn() -> Inside + Send + 'static,
) -> impl IntoView
where
    Chosen: Fn() -> usize + Send + Sync + Copy + 'static,
    Inside: IntoView + 'static,
{
    let open = RwSignal::new(group.open);
    let chosen = group.chosen;
    let in_use = move || match chosen() {
        0 => String::new(),
        count => [&count.to_string(), " in use"].concat(),
    };
    let id = group.id.clone();
    view! {
        <h3>
            <button
                type="button"
                class="facet-head"
                aria-controls=group.id
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{group.label}</span>
                " "
                <span class="count">{in_use}</span>
            </button>
        </h3>
        <div class="facet-body" id=id role="group" aria-label=group.label hidden=move || !open.get()>
            {move || open.get().then(|| inside().into_any())}
        </div>
    }
}
