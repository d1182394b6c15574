//! Outlets as names: a source's own name, also as its host writes it.

use crate::{
    article::{self, Metadata},
    fold,
};

/// What the letters of an outlet's name may be: its name, and the labels of its hosts, save the last.
pub fn outlets(metadata: &Metadata) -> Vec<String> {
    let hosts = [Some(metadata.source.as_str()), metadata.url.as_deref()].into_iter().flatten();
    let hosts: Vec<String> = hosts.filter_map(article::host).collect();
    let labels = hosts.iter().filter_map(|host| host.rsplit_once('.')).flat_map(|(labels, _)| labels.split('.'));
    let named = [Some(metadata.source.as_str()), metadata.agency.as_deref()].into_iter().flatten();
    named.chain(labels).map(squeezed).filter(|name| name.len() > 1).collect()
}

/// The letters and digits of a name, without "the" before it.
pub fn squeezed(name: &str) -> String {
    fold::letters_alone(fold::after(name, "the ").unwrap_or(name)).collect()
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
