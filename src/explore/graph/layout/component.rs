//! The connected components of bodies and springs.

use crate::explore::graph::layout::Spring;

/// Bodies that are connected, and the springs between them by their number among the members.
pub(super) struct Component {
    pub(super) members: Vec<usize>,
    pub(super) springs: Vec<Spring>,
}

/// The connected components, largest first, then by their first body; and the bodies without a spring.
pub(super) fn components(bodies: usize, springs: &[Spring]) -> (Vec<Component>, Vec<usize>) {
    let roots = roots(bodies, springs);
    let mut components: Vec<Component> = Vec::new();
    // Where each body went: its component by the number of its root, and its number there.
    let mut homes = vec![(0, 0); bodies];
    let mut singles = Vec::new();
    let mut tied = vec![false; bodies];
    for spring in springs {
        tied[spring.a] = true;
        tied[spring.b] = true;
    }
    for at in 0..bodies {
        if !tied[at] {
            singles.push(at);
            continue;
        }
        if roots[at] == at {
            homes[at].0 = components.len();
            components.push(Component {
                members: Vec::new(),
                springs: Vec::new(),
            });
        }
        let home = homes[roots[at]].0;
        homes[at] = (home, components[home].members.len());
        components[home].members.push(at);
    }
    for spring in springs {
        let ((home, a), (_, b)) = (homes[spring.a], homes[spring.b]);
        components[home].springs.push(Spring { a, b, ..*spring });
    }
    components.sort_by_key(|component| std::cmp::Reverse(component.members.len()));
    (components, singles)
}

/// For each body the first body that it is connected to.
fn roots(bodies: usize, springs: &[Spring]) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..bodies).collect();
    for spring in springs {
        let (a, b) = (root(&mut roots, spring.a), root(&mut roots, spring.b));
        let (first, second) = (a.min(b), a.max(b));
        roots[second] = first;
    }
    (0..bodies).map(|at| root(&mut roots, at)).collect()
}

fn root(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}
