//! Offers that meet needs, in words: to bring two groups together who have not found each other.

use std::cmp::Reverse;

use crate::explore::exchange::Notice;
use crate::explore::exchange::filter::Side;
use crate::explore::meeting::Meeting;
use crate::explore::phrase::inside;

/// An offer that meets a need of another entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The number of the offer among the notices.
    pub offer: usize,
    /// The number of the need.
    pub need: usize,
    /// How they meet: never by type alone, as that pairs everything with everything.
    pub how: Meeting,
}

impl Match {
    /// `Bakers offer …`: both sides in a sentence without full stop.
    pub fn in_words(&self, notices: &[Notice]) -> String {
        let (Some(offer), Some(need)) = (notices.get(self.offer), notices.get(self.need)) else {
            return String::new();
        };
        let terms = offer.terms.as_ref();
        let terms = terms.map(|terms| format!(" ({})", inside(&terms.label)));
        format!(
            "{} offers {}{}; {} seeks {}",
            offer.entry,
            inside(&offer.title),
            terms.unwrap_or_default(),
            need.entry,
            inside(&need.title)
        )
    }
}

/// All matches, those of the same type first, then in the order of the notices.
pub fn matches(notices: &[Notice]) -> Vec<Match> {
    let of_side = |side| {
        let numbered = notices.iter().enumerate();
        numbered.filter(move |(_, notice)| notice.side == side)
    };
    // Needs by the roots of their words: only those that share one with an offer can meet it.
    let mut needs: Vec<(&str, usize)> = of_side(Side::Sought)
        .flat_map(|(number, need)| need.thing.roots().map(move |root| (root, number)))
        .collect();
    needs.sort_unstable();
    let mut matches: Vec<Match> = Vec::new();
    for (number, offer) in of_side(Side::Offered) {
        let mut near: Vec<usize> = offer
            .thing
            .roots()
            .flat_map(|root| with_root(&needs, root))
            .collect();
        near.sort_unstable();
        near.dedup();
        matches.extend(near.into_iter().filter_map(|need| {
            let how = offer.thing.meets(&notices[need].thing)?;
            let is_match = how > Meeting::Type && notices[need].row != offer.row;
            is_match.then_some(Match {
                offer: number,
                need,
                how,
            })
        }));
    }
    matches.sort_by_key(|found| (Reverse(found.how), found.offer, found.need));
    matches
}

fn with_root<'a>(needs: &'a [(&str, usize)], root: &str) -> impl Iterator<Item = usize> + 'a {
    let from = needs.partition_point(|(other, _)| *other < root);
    let to = needs.partition_point(|(other, _)| *other <= root);
    needs[from..to].iter().map(|(_, number)| *number)
}
