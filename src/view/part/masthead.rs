//! The masthead: mark and name, search, the theme switch, the menu.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::edition::Here;
use crate::view::island::search::{SearchDialog, SearchLink};
use crate::view::island::theme::Theme;
use crate::view::page::search;
use crate::view::part::mark::Mark;

/// The top of every page. On a narrow screen the menu is a popover, which needs no script.
#[component]
pub(crate) fn Masthead<'a>(
    /// Where the page stands.
    here: Here<'a>,
) -> impl IntoView {
    let items: Vec<_> = here
        .edition
        .menu
        .iter()
        .map(|item| {
            let current = current(here.address, &item.to);
            view! { <li><a href=here.to(&item.to) aria-current=current>{item.label}</a></li> }
        })
        .collect();
    let home = here.to(&Address::home());
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <header class="masthead">
            <a class="brand" href=home.clone()>
                <Mark/>
                <span>{here.site().settings.title.as_str()}</span>
            </a>
            <SearchLink
                root=home
                all=here.to(&Address::known_page("all"))
                engine=here.to(&here.edition.shell.search)
            />
            {(*here.address != search::address()).then(|| view! { <SearchDialog/> })}
            <button class="menu-button" type="button" popovertarget="menu">"Menu"</button>
            <nav class="menu" id="menu" popover="auto" aria-label="Main">
                <ul>{items}</ul>
                <Theme/>
            </nav>
        </header>
    }
}

/// `page` on the item's own page, `true` on those below it.
fn current(here: &Address, item: &Address) -> Option<&'static str> {
    if here == item {
        return Some("page");
    }
    here.as_str().starts_with(item.as_str()).then_some("true")
}

#[cfg(test)]
mod tests {
    use super::current;
    use crate::model::address::Address;

    #[test]
    fn the_menu_says_where_one_is() {
        let at = Address::known_page;
        assert_eq!(current(&at("trails"), &at("trails")), Some("page"));
        assert_eq!(
            current(&at("trails/ten-steps"), &at("trails")),
            Some("true")
        );
        assert_eq!(current(&at("trails-b"), &at("trails")), None);
    }
}
