//! The names of facets, in addresses and on pages.

use crate::explore::catalog::Facet;

impl Facet {
    /// All of them, in the order in which a reader is offered them. A catalog's file numbers them by it: new ones go last.
    pub const ALL: [Facet; 16] = [
        Facet::Kind,
        Facet::Approach,
        Facet::Domain,
        Facet::Sector,
        Facet::Country,
        Facet::Region,
        Facet::Status,
        Facet::Scale,
        Facet::Governance,
        Facet::LegalForm,
        Facet::Tag,
        Facet::Language,
        Facet::Offers,
        Facet::Seeks,
        Facet::Has,
        Facet::Freshness,
    ];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Kind => "kind",
            Facet::Approach => "approach",
            Facet::Domain => "domain",
            Facet::Sector => "sector",
            Facet::Country => "country",
            Facet::Region => "region",
            Facet::Status => "status",
            Facet::Scale => "scale",
            Facet::Governance => "governance",
            Facet::LegalForm => "legal-form",
            Facet::Tag => "tag",
            Facet::Language => "language",
            Facet::Offers => "offers",
            Facet::Seeks => "seeks",
            Facet::Has => "has",
            Facet::Freshness => "freshness",
        }
    }

    /// Its name as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Facet::Kind => "Kind",
            Facet::Approach => "Approach",
            Facet::Domain => "Domain",
            Facet::Sector => "Sector",
            Facet::Country => "Country",
            Facet::Region => "Region",
            Facet::Status => "Status",
            Facet::Scale => "Scale",
            Facet::Governance => "Governance",
            Facet::LegalForm => "Legal form",
            Facet::Tag => "Tag",
            Facet::Language => "Language",
            Facet::Offers => "Offers",
            Facet::Seeks => "Seeks",
            Facet::Has => "Has",
            Facet::Freshness => "Freshness",
        }
    }

    /// The facet with this name in an address.
    pub fn parse(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }
}
