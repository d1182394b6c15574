//! Outlets as names: a source's own name, also as its host writes it.

use crate::{article::Metadata, fold};

/// What the letters of an outlet's name may be: its name, and the labels of its hosts.
pub fn outlets(metadata: &Metadata) -> Vec<String> {
    let hosts = [Some(metadata.source.as_str()), metadata.url.as_deref()].into_iter().flatten().filter_map(host);
    let labels = hosts.flat_map(|host| host.split('.').map(squeezed).collect::<Vec<_>>());
    let named = [Some(metadata.source.as_str()), metadata.agency.as_deref()].into_iter().flatten().map(squeezed);
    named.chain(labels.filter(|label| !matches!(label.as_str(), "www" | "com"))).filter(|name| name.len() > 1).collect()
}

/// The letters and digits of a name, without "the" before it.
pub fn squeezed(name: &str) -> String {
    let folded = fold::words(name);
    let name = folded.strip_prefix("the ").unwrap_or(&folded);
    name.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The host of an address, or what is written as one; without its last label.
fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    host.rsplit_once('.').map(|(host, _)| host).filter(|host| !host.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_outlets() {
        let of = |source: &str, url: Option<&str>| {
            let metadata = Metadata { source: source.into(), url: url.map(str::to_string), ..Metadata::default() };
            outlets(&metadata)
        };
        assert_eq!(of("The Vale Courier", None), ["valecourier"]);
        assert_eq!(of("valecourier.example", None), ["valecourierexample", "valecourier"]);
        assert_eq!(of("Vale", Some("https://www.vale-courier.co.example/a")), ["vale", "valecourier", "co"]);
        assert_eq!(of("A", None), Vec::<String>::new());
    }
}
