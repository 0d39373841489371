//! What a site says about itself under its name and bare address.

use super::words::SELF_PRAISE;
use crate::lines::{Line, key, standing};

/// Strikes the name, the address and the paragraph of praise; gives the site's name.
pub(super) fn strike(lines: &mut [Line<'_>]) -> Option<String> {
    let standing = standing(lines);
    let mut site = None;
    for pair in standing.windows(2) {
        let [name, address] = *pair else { continue };
        let Some(called) = names_site(lines[name].text, lines[address].text) else {
            continue;
        };
        let about = lines
            .get(address + 1)
            .is_some_and(|below| is_about(below, &called));
        site.get_or_insert(called);
        lines[name].struck = Some("outlet blurb");
        lines[address].struck = Some("outlet blurb");
        if about {
            lines[address + 1].struck = Some("outlet blurb");
        }
    }
    site
}

/// A short name, and under it a bare site address, alone or run together with the name again.
fn names_site(name: &str, address: &str) -> Option<String> {
    let at = address
        .find("http://")
        .or_else(|| address.find("https://"))?;
    let (before, url) = address.split_at(at);
    let bare = url.split_once("://").is_some_and(|(_, rest)| {
        let rest = rest.trim_end().trim_end_matches('/');
        !rest.is_empty() && !rest.contains(['/', ' ', '?'])
    });
    let short =
        (1..=6).contains(&name.split_whitespace().count()) && !name.ends_with(['.', ':', ',']);
    let same = before.trim().is_empty() || key(before) == key(name);
    (bare && short && same).then(|| name.trim().to_owned())
}

/// Directly below the address, and about the site: by its name, or in the words a site uses of
/// itself at least twice.
fn is_about(line: &Line<'_>, site: &str) -> bool {
    if line.text.trim_start().starts_with(site) {
        return true;
    }
    let lower = line.text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    words.filter(|word| SELF_PRAISE.contains(word)).count() >= 2
}
