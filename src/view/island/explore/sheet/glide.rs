//! How what is looked at moves: quickly, and slower towards its end.

/// How long a glide takes, in milliseconds: long enough to see where one goes, short enough not to wait for it.
const LASTS: f64 = 240.0;

/// A movement from one value to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glide<T> {
    /// What it begins with.
    pub from: T,
    /// What it ends with.
    pub to: T,
    /// When it was first drawn; nothing before.
    begun: Option<f64>,
}

impl<T: Copy> Glide<T> {
    /// A movement that has not been drawn yet.
    pub fn new(from: T, to: T) -> Glide<T> {
        Glide {
            from,
            to,
            begun: None,
        }
    }

    /// How much of the way is gone at `now`, from 0 to 1; nothing when it is over. The first frame begins it.
    pub fn share(&mut self, now: f64) -> Option<f64> {
        let begun = *self.begun.get_or_insert(now);
        let time = (now - begun) / LASTS;
        (time < 1.0).then(|| 1.0 - (1.0 - time.max(0.0)).powi(3))
    }
}

/// The value at a share of the way.
pub fn between(from: f64, to: f64, share: f64) -> f64 {
    from + (to - from) * share
}

#[cfg(test)]
mod tests {
    use super::{Glide, between};

    #[test]
    fn a_glide_begins_with_its_first_frame_slows_down_and_ends() {
        let mut glide = Glide::new(0.0, 10.0);
        let mut at = |now| {
            let share = glide.share(now)?;
            Some(between(glide.from, glide.to, share))
        };
        assert_eq!(at(1_000.0), Some(0.0));
        assert_eq!(at(1_120.0), Some(8.75));
        assert_eq!(at(1_240.0), None);
    }
}
