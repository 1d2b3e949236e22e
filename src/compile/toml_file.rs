//! TOML to typed values that know their places. The only file that names `toml`.

use serde::de::DeserializeOwned;

use crate::compile::text;
use crate::model::problem::settings::SettingsFact;
use crate::model::problem::{Place, Problem};
use crate::model::source::Source;

/// A value and where it stands.
pub(crate) type Spanned<T> = toml::Spanned<T>;

/// Reads a file; where it cannot be read, there is a problem and the default. `fact` takes what the reader said.
pub(crate) fn read<T: DeserializeOwned + Default>(
    file: &Source,
    fact: impl FnOnce(String) -> SettingsFact,
    problems: &mut Vec<Problem>,
) -> T {
    let text = match text::read(file) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(*problem);
            return T::default();
        }
    };
    toml::from_str(&text).unwrap_or_else(|error| {
        let reason = error.message().replace('\n', ", ");
        let place = Place::new(&file.path, error.span().unwrap_or(0..0));
        problems.push(place.problem(fact(reason)));
        T::default()
    })
}
