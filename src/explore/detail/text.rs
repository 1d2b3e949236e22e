//! Values of the model as text in JSON: dates as they are written, URLs checked when read.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::date::{Date, Edtf};
use crate::model::entry::Approach;
use crate::model::url::Url;

/// A value that stands in JSON as text.
pub(super) trait Text: Sized {
    /// Reads it, where it is one.
    fn read(text: &str) -> Option<Self>;

    /// Writes it.
    fn write(&self) -> String;
}

impl Text for Date {
    fn read(text: &str) -> Option<Date> {
        Date::parse(text)
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Text for Edtf {
    fn read(text: &str) -> Option<Edtf> {
        Edtf::parse(text)
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Text for Url {
    fn read(text: &str) -> Option<Url> {
        Url::new(text).ok()
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Text for Approach {
    fn read(text: &str) -> Option<Approach> {
        Approach::parse(text)
    }

    fn write(&self) -> String {
        self.value().to_owned()
    }
}

fn read<'de, T: Text, D: Deserializer<'de>>(text: &str) -> Result<T, D::Error> {
    T::read(text).ok_or_else(|| de::Error::custom("no such date, URL or value"))
}

/// A value that is there.
pub(super) mod one {
    use super::{Deserialize, Deserializer, Serializer, Text};

    pub(crate) fn serialize<T: Text, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&value.write())
    }

    pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        super::read::<T, D>(&String::deserialize(from)?)
    }
}

/// A value that may be missing: `null`.
pub(super) mod maybe {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Text};

    #[expect(clippy::ref_option, reason = "serde hands over the field")]
    pub(crate) fn serialize<T: Text, S: Serializer>(
        value: &Option<T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().map(T::write).serialize(to)
    }

    pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<T>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| super::read::<T, D>(&text)).transpose()
    }
}

/// A list of values.
pub(super) mod each {
    use super::{Deserialize, Deserializer, Serializer, Text};

    pub(crate) fn serialize<T: Text, S: Serializer>(
        values: &[T],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(values.iter().map(T::write))
    }

    pub(crate) fn deserialize<'de, T: Text, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<T>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        texts.iter().map(|text| super::read::<T, D>(text)).collect()
    }
}
