//! Packs: rule files that ship with the program, and what a project changes in those it uses.

use super::{OnNoEvidence, draft::SEVERITIES, judged::Candidate, scope::overlap};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, code},
    finding::Severity,
    yaml::{self, FileReading, Mapping, Node, NodeShape, Scalar},
};
use std::collections::BTreeMap;

/// The keys of a pack under `use`.
pub(super) const KEYS: &[&str] = &["pack", "severity", "on no evidence", "rules"];

/// In place of a severity: the rule is not judged.
pub(super) const OFF: &str = "off";

/// A rule file that ships with the program: rules, or topics for the rules of others.
#[derive(Debug)]
pub struct Pack {
    /// Its name under `use`.
    pub name: &'static str,
    /// The packs whose topics its rules are about.
    pub needs: &'static [&'static str],
    /// The file.
    pub text: &'static str,
}

/// Every pack, in alphabetical order.
pub const ALL: &[Pack] = &[
    Pack { name: "dates", needs: &[], text: include_str!("../../rules/packs/dates.yaml") },
    Pack { name: "docs-figures", needs: &[], text: include_str!("../../rules/packs/docs-figures.yaml") },
    Pack {
        name: "event-coding",
        needs: &["topics/casualties"],
        text: include_str!("../../rules/packs/event-coding.yaml"),
    },
    Pack { name: "independence", needs: &[], text: include_str!("../../rules/packs/independence.yaml") },
    Pack { name: "llm-summary", needs: &[], text: include_str!("../../rules/packs/llm-summary.yaml") },
    Pack { name: "names", needs: &[], text: include_str!("../../rules/packs/names.yaml") },
    Pack { name: "newsroom-standards", needs: &[], text: include_str!("../../rules/packs/newsroom-standards.yaml") },
    Pack { name: "numbers", needs: &[], text: include_str!("../../rules/packs/numbers.yaml") },
    Pack { name: "quotes", needs: &[], text: include_str!("../../rules/packs/quotes.yaml") },
    Pack { name: "sourcing", needs: &[], text: include_str!("../../rules/packs/sourcing.yaml") },
    Pack { name: "structure", needs: &[], text: include_str!("../../rules/packs/structure.yaml") },
    Pack { name: "topics/casualties", needs: &[], text: include_str!("../../rules/packs/topics/casualties.yaml") },
    Pack { name: "topics/crime", needs: &[], text: include_str!("../../rules/packs/topics/crime.yaml") },
    Pack { name: "topics/deal", needs: &[], text: include_str!("../../rules/packs/topics/deal.yaml") },
    Pack { name: "topics/disaster", needs: &[], text: include_str!("../../rules/packs/topics/disaster.yaml") },
    Pack { name: "topics/launch", needs: &[], text: include_str!("../../rules/packs/topics/launch.yaml") },
    Pack { name: "topics/match", needs: &[], text: include_str!("../../rules/packs/topics/match.yaml") },
    Pack { name: "topics/results", needs: &[], text: include_str!("../../rules/packs/topics/results.yaml") },
    Pack { name: "topics/trial", needs: &[], text: include_str!("../../rules/packs/topics/trial.yaml") },
    Pack { name: "topics/vote", needs: &[], text: include_str!("../../rules/packs/topics/vote.yaml") },
];

impl Pack {
    /// The pack of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|pack| pack.name == name)
    }

    /// What stands where a finding names the file of its rule: `pack dates`.
    #[must_use]
    pub fn file(&self) -> String {
        format!("pack {}", self.name)
    }

    /// The ids of its rules, in order, as `rules:` under `use` names them.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let (document, _) = yaml::read(&self.file(), self.text);
        let root = document.root.as_ref().and_then(Node::mapping);
        let rules = root.and_then(|root| root.get("rules")).and_then(|rules| rules.value.list());
        let id = |rule: &Node| Some(rule.mapping()?.get("id")?.value.scalar()?.value.trim().to_string());
        rules.into_iter().flat_map(|rules| &rules.items).filter_map(id).collect()
    }
}

/// A pack that somebody uses, and what is changed in it.
#[derive(Clone, Debug)]
pub struct PackUse {
    /// The pack.
    pub pack: &'static Pack,
    /// What is changed.
    changes: Changes,
    /// Where it is named.
    place: DiagnosticPlace,
}

impl PackUse {
    /// A pack of this name as it is, named somewhere that is no file.
    #[must_use]
    pub fn named(name: &str, place: &str) -> Option<Self> {
        let pack = Pack::find(name)?;
        Some(Self { pack, changes: Changes::default(), place: DiagnosticPlace::whole(place) })
    }

    /// The packs whose topics its rules are about.
    pub(super) fn needed(&self) -> impl Iterator<Item = Self> {
        let place = &self.place;
        let packs = self.pack.needs.iter().filter_map(|name| Pack::find(name));
        packs.map(|pack| Self { pack, changes: Changes::default(), place: place.clone() })
    }
}

/// What a project changes in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Changes {
    /// The severity of all its rules.
    severity: Option<Severity>,
    /// What nothing to compare counts as, for all its rules.
    on_no_evidence: Option<OnNoEvidence>,
    /// The severity of single rules; those that are off have none.
    rules: BTreeMap<String, Option<Severity>>,
}

/// Reads `use:`, which a rule file and `crosscheck.yaml` have: names of packs, or mappings that also change something.
pub fn uses<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<PackUse> {
    let nodes: Vec<&'d Node> = match &node.shape {
        NodeShape::List(list) => list.items.iter().collect(),
        NodeShape::Scalar(scalar) if scalar.is_absent() => Vec::new(),
        NodeShape::Scalar(_) | NodeShape::Mapping(_) => vec![node],
    };
    let mut uses: Vec<PackUse> = Vec::new();
    for node in nodes {
        let Some(found) = pack_use(reading, node) else { continue };
        match uses.iter().find(|used| used.pack.name == found.pack.name) {
            Some(first) => reading.mistakes.push(twice(first, &found)),
            None => uses.push(found),
        }
    }
    uses
}

fn pack_use<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<PackUse> {
    let Some(mapping) = node.mapping() else {
        let scalar = reading.text(node, "a pack")?;
        return named(reading, scalar).map(|(pack, place)| PackUse { pack, changes: Changes::default(), place });
    };
    let fields = reading.fields(mapping, "a pack under `use`", KEYS);
    let Some(name) = fields.get("pack") else {
        let help = "write `{pack: dates, severity: warning}`, or only the pack's name";
        reading.mistake(code::MISSING_PACK, reading.first_line(node), "this does not say which pack", help);
        return None;
    };
    let scalar = reading.text(name, "`pack`")?;
    let (pack, place) = named(reading, scalar)?;
    let severity = fields.get("severity").and_then(|node| reading.one_of(node, "`severity`", SEVERITIES));
    let evidence = fields.get("on no evidence");
    let on_no_evidence = evidence.and_then(|node| reading.one_of(node, "`on no evidence`", OnNoEvidence::NAMES));
    let help = "write `rules: {zone: off}`, with rules of the pack, and a severity or `off` for each";
    let rules = fields.get("rules").and_then(|node| reading.mapping(node, "`rules` of a pack", help));
    let rules = rules.map(|rules| single_rules(reading, pack, rules)).unwrap_or_default();
    Some(PackUse { pack, changes: Changes { severity, on_no_evidence, rules }, place })
}

fn named(reading: &mut FileReading<'_>, scalar: &Scalar) -> Option<(&'static Pack, DiagnosticPlace)> {
    let name = scalar.value.trim();
    let span = reading.words(scalar);
    let found = Pack::find(name);
    if found.is_none() {
        let names: Vec<&str> = ALL.iter().map(|pack| pack.name).collect();
        let help = yaml::suggestion(name, &names, &format!("the packs: {}", names.join(", ")));
        let help = if name.ends_with(".yaml") || name.ends_with(".yml") {
            format!("a file of your own is not a pack: write `include: [{name}]`; {}", help.help).into()
        } else {
            help
        };
        reading.mistake(code::UNKNOWN_PACK, span, format!("there is no pack `{name}`"), help);
    }
    found.map(|pack| (pack, reading.document.diagnostic_place(span)))
}

/// `{weekday: note, zone: off}`
fn single_rules<'d>(
    reading: &mut FileReading<'d>,
    pack: &Pack,
    rules: &'d Mapping,
) -> BTreeMap<String, Option<Severity>> {
    let levels: Vec<(&str, Option<Severity>)> =
        SEVERITIES.iter().map(|(name, severity)| (*name, Some(*severity))).chain([(OFF, None)]).collect();
    let ids = pack.ids();
    let known: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut changed = BTreeMap::new();
    for entry in &rules.entries {
        let word = entry.key.value.trim();
        // The id as findings print it is understood too.
        let id = word.strip_prefix(pack.name).and_then(|rest| rest.strip_prefix('/')).unwrap_or(word);
        if !known.contains(&id) {
            let help = yaml::suggestion(id, &known, &format!("its rules: {}", known.join(", ")));
            let message = format!("the pack `{}` has no rule `{id}`", pack.name);
            reading.mistake(code::UNKNOWN_PACK_RULE, reading.words(&entry.key), message, help);
        } else if let Some(level) = reading.one_of(&entry.value, "the severity of a rule", &levels) {
            changed.insert(id.to_string(), level);
        }
    }
    changed
}

/// The packs that rules are taken from, each with the only story that it is used in; what is used in two places counts once. What others need is
/// added where nobody uses it.
pub(super) fn in_force<'u>(
    mut wanted: Vec<(&'u PackUse, Option<&'u str>)>,
    needed: &'u [(PackUse, Option<&'u str>)],
) -> (Vec<(&'u PackUse, Option<&'u str>)>, Vec<Diagnostic>) {
    // Those for every story come first: what one of them says, a story need not say again.
    wanted.sort_by_key(|(_, story)| story.is_some());
    let (mut kept, mut mistakes) = (Vec::<(&PackUse, Option<&str>)>::new(), Vec::new());
    for (found, story) in wanted {
        let meets = |first: &&(&PackUse, Option<&str>)| first.0.pack.name == found.pack.name && overlap(first.1, story);
        match kept.iter().find(meets) {
            None => kept.push((found, story)),
            Some((first, _)) if first.changes == found.changes => {}
            Some((first, _)) => mistakes.push(twice(first, found)),
        }
    }
    for (found, story) in needed {
        let is_there =
            |first: &(&PackUse, Option<&str>)| first.0.pack.name == found.pack.name && overlap(first.1, *story);
        if !kept.iter().any(is_there) {
            kept.push((found, *story));
        }
    }
    kept.sort_by_key(|(found, _)| found.pack.name);
    (kept, mistakes)
}

fn twice(first: &PackUse, second: &PackUse) -> Diagnostic {
    let differ = if first.changes == second.changes { "" } else { ", and not with the same changes" };
    let message = format!("the pack `{}` is used twice{differ}", second.pack.name);
    let help = Some("name it in one place, with all that is changed in it".to_string());
    Diagnostic { place: Some(second.place.clone()), ..Diagnostic::new(code::PACK_TWICE, message, help) }
        .with_related(first.place.clone(), "first here")
}

/// Takes out each rule whose sentence an earlier pack has for the same story.
pub(super) fn drop_repeated(candidates: &mut Vec<Candidate<'_>>) {
    let mut seen: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
    candidates.retain(|candidate| {
        let Some(rule) = &candidate.rule else { return true };
        let stories = seen.entry(rule.sentence.clone()).or_default();
        let is_new = !stories.iter().any(|story| overlap(story.as_deref(), rule.story.as_deref()));
        if is_new {
            stories.push(rule.story.clone());
        }
        is_new
    });
}

impl PackUse {
    /// What the pack's rules become: named after the pack, with what the project changes; those that are off are gone.
    pub(super) fn change(&self, candidates: &mut Vec<Candidate<'_>>) {
        candidates.retain(|candidate| self.changes.rules.get(&candidate.id) != Some(&None));
        for candidate in candidates {
            let own = self.changes.rules.get(&candidate.id).copied().flatten();
            candidate.id = format!("{}/{}", self.pack.name, candidate.id);
            candidate.is_shipped = true;
            let Some(rule) = &mut candidate.rule else { continue };
            rule.id.clone_from(&candidate.id);
            rule.is_shipped = true;
            rule.severity = own.or(self.changes.severity).unwrap_or(rule.severity);
            rule.on_no_evidence = self.changes.on_no_evidence.unwrap_or(rule.on_no_evidence);
        }
    }
}
