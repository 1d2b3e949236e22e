//! `data/land.bin`, in both directions.
//!
//! | what | how |
//! |---|---|
//! | magic, version | `CmnL`, 1 |
//! | arcs | count, then each: inner points × 4 + sort; all points, each as two signed steps of the outline (two of the plane) from the point before, be it in this arc or the last one |
//! | ranks | two bits for each inner point of all arcs in turn, the lowest first; the ends of arcs have the highest |
//! | countries | count, then each: two letters, name, middle as two signed steps from the middle before; count of rings, for each the count of its arcs, for each arc the signed step to its number from that after the last arc's × 2, and 1 if it runs backwards |
//!
//! Numbers and texts are those of `explore::bytes`. The host compresses the file, or not: it is small either way.

use crate::explore::bytes::{BadFile, Reader, Writer};
use crate::explore::land::rank::HIGHEST;
use crate::explore::land::{Arc, Country, End, Land, Sort};
use crate::explore::plane::{GridPoint, OUTLINE_STEP};

const MAGIC: &[u8] = b"CmnL";

const VERSION: u8 = 1;

/// Ranks in a byte.
const PACKED: usize = 4;

impl Land {
    /// The bytes of its file.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new(MAGIC, VERSION);
        write_arcs(&self.arcs, &mut writer);
        write_ranks(&self.arcs, &mut writer);
        write_countries(&self.countries, &mut writer);
        writer.done()
    }

    /// The outline in these bytes, or why there is none.
    pub fn decode(bytes: &[u8]) -> Result<Land, BadFile> {
        let mut reader = Reader::new(bytes, MAGIC, VERSION)?;
        let lines = read_arcs(&mut reader)?;
        let arcs = read_ranks(lines, &mut reader)?;
        let countries = read_countries(&mut reader)?;
        let damaged = reader.damaged();
        reader.end()?;
        Land::new(arcs, countries).ok_or(damaged)
    }
}

fn write_arcs(arcs: &[Arc], writer: &mut Writer) {
    writer.count(arcs.len());
    let mut at = GridPoint::default();
    for arc in arcs {
        let sort = Sort::ALL.iter().position(|sort| *sort == arc.sort);
        writer.count((arc.points.len() - 2) * 4 + sort.unwrap_or_default());
        for (point, _) in &arc.points {
            let point = coarse(*point);
            write_step(at, point, writer);
            at = point;
        }
    }
}

/// Counted in steps of the outline.
fn coarse(point: GridPoint) -> GridPoint {
    GridPoint {
        x: point.x / OUTLINE_STEP,
        y: point.y / OUTLINE_STEP,
    }
}

/// Counted in steps of the plane.
fn fine(point: GridPoint) -> Option<GridPoint> {
    Some(GridPoint {
        x: point.x.checked_mul(OUTLINE_STEP)?,
        y: point.y.checked_mul(OUTLINE_STEP)?,
    })
}

fn read_arcs(reader: &mut Reader<'_>) -> Result<Vec<(Sort, Vec<GridPoint>)>, BadFile> {
    let mut at = GridPoint::default();
    // Five bytes: its number and two points of two bytes at least.
    reader.several(5, |reader| {
        let number: usize = reader.small()?;
        let sort = Sort::ALL.get(number % 4).ok_or_else(|| reader.damaged())?;
        let mut points = Vec::new();
        for _ in 0..number / 4 + 2 {
            at = read_step(at, reader)?;
            points.push(fine(at).ok_or_else(|| reader.damaged())?);
        }
        Ok((*sort, points))
    })
}

fn write_step(from: GridPoint, to: GridPoint, writer: &mut Writer) {
    writer.signed(i64::from(to.x) - i64::from(from.x));
    writer.signed(i64::from(to.y) - i64::from(from.y));
}

fn read_step(from: GridPoint, reader: &mut Reader<'_>) -> Result<GridPoint, BadFile> {
    let mut follow = |from: u16| {
        let step = reader.signed()?;
        let to = i64::from(from).checked_add(step);
        let to = to.and_then(|to| u16::try_from(to).ok());
        to.ok_or_else(|| reader.damaged())
    };
    let x = follow(from.x)?;
    let y = follow(from.y)?;
    Ok(GridPoint { x, y })
}

fn write_ranks(arcs: &[Arc], writer: &mut Writer) {
    let inner = |arc: &'_ Arc| arc.points[1..arc.points.len() - 1].to_vec();
    let ranks: Vec<u8> = arcs.iter().flat_map(inner).map(|(_, rank)| rank).collect();
    for four in ranks.chunks(PACKED) {
        let packed = four.iter().rev().fold(0, |byte, rank| byte << 2 | rank);
        writer.byte(packed);
    }
}

fn read_ranks(
    lines: Vec<(Sort, Vec<GridPoint>)>,
    reader: &mut Reader<'_>,
) -> Result<Vec<Arc>, BadFile> {
    let (mut packed, mut left) = (0, 0);
    let mut arcs = Vec::with_capacity(lines.len());
    for (sort, line) in lines {
        let last = line.len() - 1;
        let mut points = Vec::with_capacity(line.len());
        for (at, point) in line.into_iter().enumerate() {
            if at == 0 || at == last {
                points.push((point, HIGHEST));
                continue;
            }
            if left == 0 {
                (packed, left) = (reader.byte()?, PACKED);
            }
            points.push((point, packed & 3));
            packed >>= 2;
            left -= 1;
        }
        arcs.push(Arc::new(sort, points).ok_or_else(|| reader.damaged())?);
    }
    if packed != 0 {
        return Err(reader.damaged());
    }
    Ok(arcs)
}

fn write_countries(countries: &[Country], writer: &mut Writer) {
    writer.count(countries.len());
    let (mut at, mut next) = (GridPoint::default(), 0);
    for country in countries {
        writer.text(&country.code);
        writer.text(&country.name);
        write_step(at, country.at, writer);
        at = country.at;
        writer.count(country.rings.len());
        for ring in &country.rings {
            writer.count(ring.len());
            for end in ring {
                write_end(&mut next, *end, writer);
            }
        }
    }
}

/// Most arcs stand in the order in which rings need them: then the step is 0.
fn write_end(next: &mut i64, end: End, writer: &mut Writer) {
    let arc = i64::try_from(end.arc).unwrap_or_default();
    writer.signed((arc - *next) * 2 + i64::from(end.backwards));
    *next = arc + 1;
}

fn read_end(next: &mut i64, reader: &mut Reader<'_>) -> Result<End, BadFile> {
    let number = reader.signed()?;
    let arc = next.checked_add(number.div_euclid(2));
    let arc = arc.and_then(|arc| Some((arc.checked_add(1)?, usize::try_from(arc).ok()?)));
    let (after, arc) = arc.ok_or_else(|| reader.damaged())?;
    *next = after;
    Ok(End {
        arc,
        backwards: number.rem_euclid(2) == 1,
    })
}

fn read_countries(reader: &mut Reader<'_>) -> Result<Vec<Country>, BadFile> {
    let (mut at, mut next) = (GridPoint::default(), 0);
    // Five bytes: the ends of two texts, two steps, a count.
    let countries = reader.several(5, |reader| {
        let code = reader.text()?.to_owned();
        let name = reader.text()?.to_owned();
        at = read_step(at, reader)?;
        let rings = reader.several(1, |reader| {
            reader.several(1, |reader| read_end(&mut next, reader))
        })?;
        Ok(Country {
            code,
            name,
            at,
            frame: None,
            rings,
        })
    })?;
    // Countries are looked up by halving.
    let sorted = countries.windows(2).all(|pair| pair[0].code < pair[1].code);
    sorted.then_some(countries).ok_or_else(|| reader.damaged())
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::{Just, Strategy, any};
    use proptest::{prop_assert_eq, prop_oneof, proptest};

    use super::HIGHEST;
    use crate::explore::bytes::BadFile;
    use crate::explore::land::{Arc, Country, Detail, End, Land, Sort};
    use crate::explore::places::Places;
    use crate::explore::plane::{GridPoint, WORLD};

    fn point() -> impl Strategy<Value = GridPoint> {
        any::<(u16, u16)>().prop_map(|(x, y)| GridPoint { x, y })
    }

    fn corner() -> impl Strategy<Value = GridPoint> {
        let half = 0..=u16::MAX / 2;
        (half.clone(), half).prop_map(|(x, y)| GridPoint { x: x * 2, y: y * 2 })
    }

    fn arc() -> impl Strategy<Value = Arc> {
        let sort = prop_oneof![Just(Sort::Coast), Just(Sort::Border), Just(Sort::Disputed)];
        let points = vec((corner(), 0..=HIGHEST), 2..9).prop_map(|mut points| {
            let last = points.len() - 1;
            points[0].1 = HIGHEST;
            points[last].1 = HIGHEST;
            points
        });
        (sort, points).prop_map(|(sort, points)| Arc::new(sort, points).expect("it has two"))
    }

    fn country(arcs: usize) -> impl Strategy<Value = Country> {
        let end = (0..arcs, any::<bool>()).prop_map(|(arc, backwards)| End { arc, backwards });
        let rings = vec(vec(end, 0..4), 0..3);
        (any::<String>(), point(), rings).prop_map(|(name, at, rings)| Country {
            code: String::new(),
            name,
            at,
            frame: None,
            rings,
        })
    }

    fn land() -> impl Strategy<Value = Land> {
        let codes = btree_set("[A-Z]{2}", 0..4);
        (vec(arc(), 1..6), codes).prop_flat_map(|(arcs, codes)| {
            let countries = vec(country(arcs.len()), codes.len());
            countries.prop_map(move |mut countries| {
                for (country, code) in countries.iter_mut().zip(&codes) {
                    country.code.clone_from(code);
                }
                Land::new(arcs.clone(), countries).expect("the arcs are there")
            })
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(land in land()) {
            prop_assert_eq!(Land::decode(&land.encode()), Ok(land));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_but_never_a_panic(
            land in land(), at in any::<usize>(), byte in any::<u8>(), cut in any::<usize>(),
        ) {
            let mut bytes = land.encode();
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes.truncate(bytes.len() - cut % 3);
            if let Ok(land) = Land::decode(&bytes) {
                for country in land.countries() {
                    land.contains(country, country.at);
                }
                land.lines(Sort::Coast, WORLD, Detail::FULL, &mut |_| {});
            }
        }

        #[test]
        fn reading_ends_whatever_the_bytes(tail in vec(any::<u8>(), 0..60)) {
            let mut bytes = b"CmnL\x01".to_vec();
            bytes.extend(tail);
            let _ = Land::decode(&bytes);
        }
    }

    #[test]
    fn the_golden_bytes_of_version_1_are_read() {
        let bytes =
            b"CmnL\x01\x01\x05\x14\x14\x02\x00\x00\x02\x02\x01AA\xffAland\xff\x16\x16\x01\x01\x02";
        let points = [(20, 20, 3), (22, 20, 2), (22, 22, 3)];
        let points = points.map(|(x, y, rank)| (GridPoint { x, y }, rank));
        let arcs = vec![Arc::new(Sort::Border, points.to_vec()).expect("it has two")];
        let country = Country {
            code: "AA".into(),
            name: "Aland".into(),
            at: GridPoint { x: 11, y: 11 },
            frame: None,
            rings: vec![vec![End {
                arc: 0,
                backwards: true,
            }]],
        };
        assert_eq!(
            Land::decode(bytes),
            Ok(Land::new(arcs, vec![country]).expect("it is sound"))
        );
    }

    #[test]
    fn what_is_no_outline_is_refused() {
        let check = |bytes: &[u8], expect| assert_eq!(Land::decode(bytes), Err(expect));
        check(b"", BadFile::Header);
        check(b"<!doctype html>", BadFile::Header);
        check(b"CmnL\x02", BadFile::Version);
        check(b"CmnL\x01", BadFile::Damaged { at: 5 });
        // A ring of an arc that is not there.
        check(
            b"CmnL\x01\x00\x01AA\xff\xff\x00\x00\x01\x01\x00",
            BadFile::Damaged { at: 16 },
        );
    }

    #[test]
    fn the_bundled_outline_is_small_and_comes_back_whole() {
        let land = Land::read(&Places::read());
        let bytes = land.encode();
        assert!(bytes.len() < 50_000, "{} bytes", bytes.len());
        assert_eq!(Land::decode(&bytes), Ok(land));
    }
}
