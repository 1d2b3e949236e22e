//! `long-summary`
//!
//! What: a summary of more than 160 characters (a warning), or of more than 200 (an error).
//! Why: it is shown whole in lists and previews, and search engines cut it after about 160.
//! Fix: say what it is in one sentence; the rest belongs in the text.

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// What search engines show of a description.
const SHOWN: usize = 160;
/// What our own lists and previews have room for.
const MOST: usize = 200;

/// Checks the summary of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let length = case.entry.summary.chars().count();
    let fact = if length > MOST {
        let limit = MOST;
        RuleFact::SummaryTooLong { length, limit }
    } else if length > SHOWN {
        let limit = SHOWN;
        RuleFact::SummaryLong { length, limit }
    } else {
        return;
    };
    problems.push(case.problem("summary", fact));
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    fn summary(length: usize, message: &str) {
        let (words, carets) = ("ü".repeat(length), "^".repeat(length));
        let drawing = if message.is_empty() {
            String::new()
        } else {
            format!("         {carets} {message}\n")
        };
        let text = format!("//- a.md\n---\nkind: concept\nsummary: {words}\n{drawing}---\n");
        check(&["long-summary"], &text);
    }

    #[test]
    fn a_summary_fits_a_preview() {
        summary(160, "");
        summary(
            161,
            "warning[long-summary]: the summary has 161 characters; previews cut it after 160",
        );
        summary(
            201,
            "error[long-summary]: the summary has 201 characters; the most is 200",
        );
    }
}
