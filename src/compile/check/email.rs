//! `email-without-consent`, `personal-email`
//!
//! What: an address without `contact_consent: true`, or one that looks like a single person's.
//! Why: addresses on public pages are harvested, and people leave while pages stay.
//! Fix: ask the group, and write a role address such as `hello@example.org`.

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the addresses of one entry: `email`, and `contact_form` where it is `mailto:`.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let form = case.entry.contact_form.as_ref();
    let by_mail = form.and_then(|url| url.as_str().strip_prefix("mailto:"));
    let addresses = [
        ("email", case.entry.email.as_deref()),
        ("contact_form", by_mail),
    ];
    for (field, address) in addresses {
        let Some(address) = address else {
            continue;
        };
        if !case.entry.contact_consent {
            problems.push(case.problem(field, RuleFact::EmailWithoutConsent));
        }
        if is_personal(address) {
            let email = address.to_owned();
            problems.push(case.problem(field, RuleFact::PersonalEmail { email }));
        }
    }
}

/// `first.last@`, where neither part is a word that offices use.
fn is_personal(address: &str) -> bool {
    const OFFICES: [&str; 12] = [
        "info", "contact", "hello", "press", "office", "mail", "team", "admin", "support", "media",
        "contacto", "kontakt",
    ];
    let name = address.split('@').next().unwrap_or_default();
    let mut parts = name.split('.');
    let (Some(first), Some(last), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let is_name = |part: &str| {
        !part.is_empty() && part.chars().all(char::is_alphabetic) && !OFFICES.contains(&part)
    };
    is_name(first) && is_name(last)
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_address_is_shared_and_shown_with_consent() {
        check(
            &["email-without-consent", "personal-email"],
            "\
//- a.md
---
kind: organization
email: hello@example.org
       ^^^^^^^^^^^^^^^^^ error[email-without-consent]: an address without the group's consent
contact_form: mailto:hello@example.org
              ^^^^^^^^^^^^^^^^^^^^^^^^ error[email-without-consent]: an address without the group's consent
---
//- b.md
---
kind: organization
email: rosa.parks@example.org
       ^^^^^^^^^^^^^^^^^^^^^^ warning[personal-email]: `rosa.parks@example.org` looks like one person's address
contact_consent: true
---
//- c.md
---
kind: organization
email: info.berlin@example.org
contact_form: https://example.org/contact
contact_consent: true
---
",
        );
    }
}
