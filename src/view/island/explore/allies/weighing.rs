//! "How this is weighed": the weights and their reasons, from the numbers that decide.

use leptos::prelude::*;

use crate::explore::allies::weighed::{Weighed, weights};

/// The weights, folded away.
pub fn weighing() -> impl IntoView {
    let rows: Vec<_> = weights().iter().map(row).collect();
    view! {
        <details class="ally-weighing">
            <summary>"How this is weighed"</summary>
            <p>
                "Each thing in common counts points, and the points of a group are their plain sum; its bar is as long as they are, measured by the best group found. What groups say of themselves is all that is compared: a group that says little is found last, whatever it does. Those that have ended stand last."
            </p>
            <div class="ally-scroll" tabindex="0" role="region" aria-label="Weights">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"In common"</th>
                            <th scope="col">"Points"</th>
                            <th scope="col">"Why"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(weighed: &Weighed) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{weighed.name()}</th>
            <td>{weighed.in_words()}</td>
            <td>{weighed.why}</td>
        </tr>
    }
}
