//! Which points of a line a coarser drawing can do without: Douglas and Peucker, once, with the answer kept per point.

use crate::explore::plane::GridPoint;

/// How far a line may lie from where it should, in steps of the plane, for each rank above the finest. Half a pixel of a
/// map of the world that is 4,000, 1,400 or 450 pixels wide.
pub(super) const TOLERANCES: [f64; 3] = [4.0, 12.0, 36.0];

/// The rank of points that every drawing keeps: where lines meet.
pub(super) const HIGHEST: u8 = 3;

/// For each point the coarsest drawing that still needs it.
pub(super) fn ranks(points: &[GridPoint]) -> Vec<u8> {
    let mut ranks = vec![0; points.len()];
    let Some(last) = points.len().checked_sub(1) else {
        return ranks;
    };
    ranks[0] = HIGHEST;
    ranks[last] = HIGHEST;
    // A rank is never above that of the point that split the stretch, so that a coarser drawing has fewer points.
    let mut stretches = vec![(0, last, HIGHEST)];
    while let Some((from, to, limit)) = stretches.pop() {
        let Some((split, far)) = farthest(points, from, to) else {
            continue;
        };
        let rank = rank_of(far).min(limit);
        ranks[split] = rank;
        if rank > 0 {
            stretches.extend([(from, split, rank), (split, to, rank)]);
        }
    }
    ranks
}

/// The point between these two that is farthest from the line between them, with its distance squared.
fn farthest(points: &[GridPoint], from: usize, to: usize) -> Option<(usize, f64)> {
    let inner = (from + 1..to).map(|at| (at, distance(points[at], points[from], points[to])));
    inner.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn rank_of(square: f64) -> u8 {
    let passed = TOLERANCES
        .iter()
        .take_while(|tolerance| square > **tolerance * **tolerance);
    (0..HIGHEST).zip(passed).fold(0, |rank, _| rank + 1)
}

/// The distance of a point from a stretch, squared. All numbers are whole and small, so this is the same everywhere.
fn distance(point: GridPoint, from: GridPoint, to: GridPoint) -> f64 {
    let (px, py) = difference(point, from);
    let (dx, dy) = difference(to, from);
    let length = dx * dx + dy * dy;
    let along = px * dx + py * dy;
    if along <= 0.0 {
        return px * px + py * py;
    }
    if along >= length {
        return (px - dx) * (px - dx) + (py - dy) * (py - dy);
    }
    let cross = px * dy - py * dx;
    cross * cross / length
}

fn difference(one: GridPoint, other: GridPoint) -> (f64, f64) {
    (
        f64::from(one.x) - f64::from(other.x),
        f64::from(one.y) - f64::from(other.y),
    )
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{prop_assert, proptest};

    use super::{HIGHEST, TOLERANCES, distance, ranks};
    use crate::explore::plane::GridPoint;

    fn line(points: &[(u16, u16)]) -> Vec<GridPoint> {
        points.iter().map(|&(x, y)| GridPoint { x, y }).collect()
    }

    fn check(points: &[(u16, u16)], expect: &[u8]) {
        assert_eq!(ranks(&line(points)), expect);
    }

    #[test]
    fn what_stands_out_stays_longer() {
        check(&[], &[]);
        check(&[(0, 0)], &[3]);
        check(&[(0, 0), (50, 3), (100, 0)], &[3, 0, 3]);
        check(&[(0, 0), (50, 10), (100, 0)], &[3, 1, 3]);
        check(&[(0, 0), (50, 20), (100, 0)], &[3, 2, 3]);
        check(&[(0, 0), (50, 50), (100, 0)], &[3, 3, 3]);
    }

    #[test]
    fn an_island_keeps_the_point_that_is_farthest_from_its_start() {
        check(
            &[(0, 0), (40, 0), (40, 40), (0, 40), (0, 0)],
            &[3, 2, 3, 2, 3],
        );
        check(&[(0, 0), (1, 0), (1, 1), (0, 0)], &[3, 0, 0, 3]);
    }

    proptest! {
        #[test]
        fn a_coarser_line_stays_within_its_tolerance(
            points in vec((0_u16..500, 0_u16..500), 2..40),
        ) {
            let points = line(&points);
            let ranks = ranks(&points);
            for (rank, tolerance) in (1..=HIGHEST).zip(TOLERANCES) {
                let kept: Vec<usize> = (0..points.len()).filter(|at| ranks[*at] >= rank).collect();
                for pair in kept.windows(2) {
                    for at in pair[0]..=pair[1] {
                        let far = distance(points[at], points[pair[0]], points[pair[1]]);
                        prop_assert!(far <= tolerance * tolerance);
                    }
                }
            }
        }
    }
}
