//! Catalogs for tests: a small one made by hand, and large ones made by rule.

use crate::explore::catalog::{Catalog, Choices, Exactness, Exchange, Facet, Place, Row};
use crate::model::date::{Date, Edtf};
use crate::model::relation;

/// The rows of [`catalog`], by title.
pub(crate) const BAKERY: u32 = 0;
pub(crate) const COMMONS: u32 = 1;
pub(crate) const DUAL_POWER: u32 = 2;
pub(crate) const JACKSON: u32 = 3;
pub(crate) const TENANTS: u32 = 4;

/// Five entries: an organization that has ended, two ideas, a network, a movement of which little is told.
pub(crate) fn catalog() -> Catalog {
    Catalog {
        title: "Dual Power Commons".into(),
        base_url: Some("https://commons.example/".into()),
        today: Some(day("2026-07-01")),
        facets: facets(),
        rows: rows(),
    }
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

pub(crate) fn relation_number(name: &str) -> u8 {
    let place = relation::ALL.iter().position(|known| known.name == name);
    u8::try_from(place.expect(name)).expect("there are few")
}

fn facets() -> Vec<Choices> {
    vec![
        choices(
            Facet::Kind,
            &[
                "concept=Concept",
                "organization=Organization",
                "network=Network",
                "movement=Movement",
            ],
        ),
        choices(
            Facet::Sector,
            &["food=Food", "housing=Housing", "land=Land"],
        ),
        choices(Facet::Country, &["DE=Germany", "US=United States"]),
        choices(Facet::Status, &["active=Active", "ended=Ended"]),
        choices(
            Facet::Tag,
            &[
                "a,b=a,b",
                "bread=bread",
                "strategy=strategy",
                "strategy/long=strategy/long",
            ],
        ),
        choices(Facet::Offers, &["good=Goods"]),
        choices(
            Facet::Has,
            &["offers=Something to offer", "place=A place on the map"],
        ),
        choices(
            Facet::Freshness,
            &[
                "fresh=Checked lately",
                "due=Due for another look",
                "never=Not yet verified",
            ],
        ),
    ]
}

pub(crate) fn choices(facet: Facet, values: &[&str]) -> Choices {
    let pair = |text: &&str| {
        let (value, label) = text.split_once('=').expect("value=label");
        (value.to_owned(), label.to_owned())
    };
    Choices {
        facet,
        label: facet.label().into(),
        values: values.iter().map(pair).collect(),
        meanings: values.iter().map(|_| String::new()).collect(),
    }
}

fn row(address: &str, title: &str, values: [&[u16]; 8]) -> Row {
    Row {
        address: address.into(),
        title: title.into(),
        values: values.map(<[u16]>::to_vec).to_vec(),
        ..Row::default()
    }
}

fn rows() -> Vec<Row> {
    vec![
        Row {
            place: Some(place("Berlin, Germany", 1340, 5252, Exactness::Town)),
            founded: Edtf::parse("1902~"),
            ended: Edtf::parse("1933-05"),
            added: Some(day("2026-06-01")),
            ..row(
                "organizations/red-bakery/",
                "Ärzte’s bakery",
                [&[1], &[0], &[0], &[1], &[1], &[], &[1], &[2]],
            )
        },
        row(
            "concepts/commons/",
            "Commons",
            [&[0], &[], &[], &[], &[2], &[], &[], &[2]],
        ),
        Row {
            verified: Some(day("2024-01-01")),
            stale: Some(day("2025-01-01")),
            relations: vec![(relation_number("broader"), COMMONS)],
            ..row(
                "concepts/dual-power/",
                "Dual power",
                [&[0], &[], &[], &[], &[2, 3], &[], &[], &[1]],
            )
        },
        Row {
            place: Some(place(
                "Jackson, United States",
                -9018,
                3230,
                Exactness::Exact,
            )),
            founded: Edtf::parse("2014-05-01"),
            verified: Some(day("2026-06-01")),
            stale: Some(day("2027-06-02")),
            added: Some(day("2026-06-01")),
            exchanges: vec![exchange()],
            relations: vec![
                (relation_number("exemplifies"), DUAL_POWER),
                (relation_number("allied-with"), TENANTS),
            ],
            ..row(
                "networks/cooperation-jackson/",
                "Jackson Rising",
                [&[2], &[0, 2], &[1], &[0], &[0], &[0], &[0, 1], &[0]],
            )
        },
        Row {
            founded: Edtf::parse("2019?"),
            verified: Some(day("2026-06-30")),
            stale: Some(day("2027-07-01")),
            ..row(
                "networks/tenants/",
                "Tenants",
                [&[3], &[1], &[1], &[0], &[], &[], &[], &[0]],
            )
        },
    ]
}

pub(crate) fn place(name: &str, lon: i16, lat: i16, exactness: Exactness) -> Place {
    Place {
        name: name.into(),
        lon,
        lat,
        exactness,
    }
}

fn exchange() -> Exchange {
    Exchange {
        sought: false,
        title: "Tool library".into(),
        kind: "good".into(),
        terms: Some("lend".into()),
        details_url: Some("https://tools.example/".into()),
        expires: Some(day("2027-01-01")),
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn any(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % sides
    }

    fn number<T: TryFrom<u64>>(&mut self, sides: u64) -> T {
        T::try_from(self.any(sides)).ok().expect("it fits")
    }

    fn place(&mut self, sides: u64) -> usize {
        self.number(sides)
    }

    /// Small numbers come up far more often, as some tags and some entries are known to all.
    fn steep<T: TryFrom<u64>>(&mut self, sides: u64) -> T {
        let sides = self.any(sides) + 1;
        self.number(sides)
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.any(100) < percent
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "co", "mu", "ne", "land", "be", "ri", "fo", "tra", "li", "sa", "ter", "no", "vi", "da",
            "pe", "ka",
        ];
        let syllables = self.any(3) + 1;
        (0..=syllables)
            .map(|_| SYLLABLES[usize::try_from(self.any(16)).expect("small")])
            .collect()
    }
}

/// How many values a facet has in [`large`].
const SIZES: [(Facet, u16); 14] = [
    (Facet::Kind, 17),
    (Facet::Approach, 3),
    (Facet::Domain, 3),
    (Facet::Sector, 22),
    (Facet::Country, 120),
    (Facet::Region, 900),
    (Facet::Status, 6),
    (Facet::Scale, 6),
    (Facet::Governance, 14),
    (Facet::LegalForm, 14),
    (Facet::Tag, 2000),
    (Facet::Language, 12),
    (Facet::Has, 3),
    (Facet::Freshness, 3),
];

/// As many entries, each with as much as those of the real content have, or a little more.
pub(crate) fn large(count: u32) -> Catalog {
    let mut dice = Dice(1);
    let facets = SIZES.map(|(facet, size)| {
        let values: Vec<String> = (0..size)
            .map(|n| format!("{}-{n}={} {n}", dice.word(), dice.word()))
            .collect();
        choices(
            facet,
            &values.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    });
    let mut rows: Vec<Row> = (0..count).map(|_| large_row(&mut dice, count)).collect();
    rows.sort_by(|a, b| (&a.title, &a.address).cmp(&(&b.title, &b.address)));
    Catalog {
        title: "Large".into(),
        today: Some(day("2026-07-01")),
        facets: facets.to_vec(),
        rows,
        ..Catalog::default()
    }
}

fn large_row(dice: &mut Dice, count: u32) -> Row {
    let title = format!("{} {}", dice.word(), dice.word());
    let folder = ["concepts", "networks", "tools"][dice.place(3)];
    let segment = match dice.any(10) {
        0..8 => title.replace(' ', "-"),
        _other => format!("{}-{}", dice.word(), dice.any(100)),
    };
    let verified = day("2023-01-01").day_number() + dice.number::<i32>(1200);
    let year = 2026 - dice.steep::<i16>(150);
    Row {
        address: format!("{folder}/{segment}/"),
        title,
        values: SIZES.map(|size| large_values(dice, size)).to_vec(),
        place: dice.chance(60).then(|| large_place(dice)),
        founded: dice
            .chance(75)
            .then(|| Edtf::parse(&format!("{year:04}")).expect("a year")),
        verified: Date::of_day_number(verified),
        stale: Date::of_day_number(verified + 366),
        added: Date::of_day_number(verified - 30),
        relations: (0..dice.any(6))
            .map(|_| (dice.steep(18), dice.steep(u64::from(count))))
            .collect(),
        ..Row::default()
    }
}

fn large_values(dice: &mut Dice, (facet, size): (Facet, u16)) -> Vec<u16> {
    let many = matches!(facet, Facet::Sector | Facet::Governance | Facet::Tag);
    let most = if many { 1 + dice.any(4) } else { 1 };
    let common = [
        Facet::Kind,
        Facet::Sector,
        Facet::Tag,
        Facet::Language,
        Facet::Freshness,
    ];
    let chance = if common.contains(&facet) { 100 } else { 60 };
    if !dice.chance(chance) {
        return Vec::new();
    }
    let mut values: Vec<u16> = (0..most).map(|_| dice.steep(u64::from(size))).collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn large_place(dice: &mut Dice) -> Place {
    let town: i16 = dice.steep(3000);
    let name = format!("Town {town}, Country {}", town % 120);
    place(&name, town * 5, town, Exactness::Town)
}
