//! What is weighed: the items with their readings, the links between them, people's rulings.

use std::collections::{HashMap, HashSet};

use bearings_model::{
    Claim, ClaimId, CopyKind, CopyLink, Document, ItemId, MediaFacts, MediaLink, PassageKind,
    PlaceCandidate, Reading, Ruling, Sequence, Span, SpeechGrade, SpeechLink, When,
};

use jiff::civil::Date;

use crate::restrict::Withholding;
use crate::ruled::Standing;

#[derive(Debug)]
pub struct Material<'m> {
    pub title: &'m str,
    pub zone: &'m str,
    pub items: Vec<MaterialItem<'m>>,
    pub copies: &'m [CopyLink],
    /// What can be one statement of one speaker in two texts.
    pub speech: &'m [SpeechLink],
    /// Pictures, films and recordings, in the order they came in.
    pub media: Vec<MaterialMedia<'m>>,
    pub media_links: &'m [MediaLink],
    pub rulings: &'m [Ruling],
    pub sequences: &'m [Sequence],
}

impl<'m> Material<'m> {
    /// The links that say one text repeats another as a whole.
    pub(crate) fn whole_copies(&self) -> impl Iterator<Item = &'m CopyLink> + use<'m> {
        self.copies.iter().filter(|link| link.kind.is_whole())
    }
}

/// A picture, a film or a recording, without its file's name.
#[derive(Debug)]
pub struct MaterialMedia<'m> {
    pub item: &'m ItemId,
    /// `None` where nothing of it could be decoded.
    pub facts: Option<&'m MediaFacts>,
    /// As the person who added it said.
    pub published: Option<Date>,
    pub shows: Option<Date>,
    pub source: Option<&'m str>,
}

#[derive(Debug)]
pub struct MaterialItem<'m> {
    pub document: &'m Document,
    pub reading: &'m Reading,
    /// How it came in, in words.
    pub acquired: String,
    /// The picture, film or recording in which a machine read it, or from which it wrote it down.
    pub made_from: Option<&'m ItemId>,
}

/// A claim with what it needs to be told: its item's document, its time and place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Say<'m> {
    pub claim: &'m Claim,
    pub document: &'m Document,
    pub reading: &'m Reading,
    pub standing: Standing,
    /// The place or the time was named in a passage that stays out, and so stays out too.
    place_withheld: bool,
    time_withheld: bool,
}

impl<'m> Say<'m> {
    pub fn when(&self) -> Option<&'m When> {
        if self.time_withheld {
            return None;
        }
        self.claim
            .time
            .and_then(|index| self.reading.times.get(index)?.when.as_ref())
    }

    pub fn time_words(&self) -> Option<&'m str> {
        if self.time_withheld {
            return None;
        }
        self.claim
            .time
            .and_then(|index| Some(self.reading.times.get(index)?.text.as_str()))
    }

    pub fn place(&self) -> Option<&'m PlaceCandidate> {
        if self.place_withheld {
            return None;
        }
        self.claim
            .place
            .and_then(|index| self.reading.places.get(index)?.best())
    }

    /// The place with the words that narrow it: "northeastern suburbs of Kharkiv".
    pub fn place_words(&self) -> Option<String> {
        self.place()?;
        let mention = self
            .claim
            .place
            .and_then(|index| self.reading.places.get(index))?;
        let name = &mention.best()?.name;
        Some(match mention.qualifier.as_deref() {
            Some("centre") => format!("{name}, centre"),
            Some(words) => format!("{} {name}", words.trim()),
            None => name.clone(),
        })
    }
}

/// The claims that may be told, in the order of their texts, and what repeats what.
#[derive(Debug)]
pub(crate) struct Told<'m> {
    pub says: Vec<Say<'m>>,
    by_id: HashMap<&'m ClaimId, usize>,
    /// Later copy to the text it repeats.
    copy_of: HashMap<&'m ItemId, &'m ItemId>,
    /// Passages lifted into a text that is its own otherwise, with the text they are from.
    lifted: HashMap<&'m ItemId, Vec<(Span, &'m ItemId)>>,
    /// Claims that are likely one statement, both ways.
    one_statement: HashSet<(&'m ClaimId, &'m ClaimId)>,
}

impl<'m> Told<'m> {
    /// Leaves out what was rejected and what a restriction covers.
    pub fn of(material: &Material<'m>, withheld: &[Withholding]) -> Self {
        let mut says = Vec::new();
        for item in &material.items {
            let is_withheld = |span: Option<Span>| {
                let held = withheld
                    .iter()
                    .filter(|held| held.excerpt.item() == &item.document.item);
                span.is_some_and(|span| {
                    held.map(|held| held.excerpt.span())
                        .any(|held| held.overlaps(span))
                })
            };
            for claim in &item.reading.claims {
                let standing = Standing::of(claim, material.rulings);
                let hidden = withheld.iter().any(|held| held.covers(&claim.excerpt));
                if standing != Standing::Rejected && !hidden {
                    says.push(Say {
                        claim,
                        document: item.document,
                        reading: item.reading,
                        standing,
                        place_withheld: is_withheld(
                            claim
                                .place
                                .and_then(|i| Some(item.reading.places.get(i)?.span)),
                        ),
                        time_withheld: is_withheld(
                            claim
                                .time
                                .and_then(|i| Some(item.reading.times.get(i)?.span)),
                        ),
                    });
                }
            }
        }
        let by_id = says
            .iter()
            .enumerate()
            .map(|(index, say)| (&say.claim.id, index))
            .collect();
        let mut copy_of = same_footage(material);
        let whole = material.copies.iter().filter(|link| link.kind.is_whole());
        copy_of.extend(whole.map(|link| (&link.later, &link.earlier)));
        let likely = material
            .speech
            .iter()
            .filter(|link| link.grade == SpeechGrade::Likely);
        let one_statement = likely
            .flat_map(|link| [(&link.a, &link.b), (&link.b, &link.a)])
            .collect();
        Self {
            says,
            by_id,
            copy_of,
            lifted: lifted(material.copies),
            one_statement,
        }
    }

    /// Whether two claims are likely one statement of one speaker, told by two texts.
    pub fn is_one_statement(&self, a: &Claim, b: &Claim) -> bool {
        self.one_statement.contains(&(&a.id, &b.id))
    }

    pub fn get(&self, id: &ClaimId) -> Option<&Say<'m>> {
        self.by_id.get(id).map(|index| &self.says[*index])
    }

    /// The text a claim goes back to: through copies of its whole text, or, where it stands in a
    /// lifted passage, the text that passage is from. Its own text when there is none.
    ///
    /// What a text only quotes as another does, or prints as a formula, stays its own.
    pub fn source_of(&self, say: &Say<'m>) -> &'m ItemId {
        let item = &say.document.item;
        let whole = self.whole_source_of(item);
        if whole != item {
            return whole;
        }
        let lifted = self.lifted.get(item).into_iter().flatten();
        let mut holding = lifted.filter(|(span, _)| span.contains(say.claim.excerpt.span()));
        holding
            .next()
            .map_or(item, |(_, from)| self.whole_source_of(from))
    }

    fn whole_source_of(&self, item: &'m ItemId) -> &'m ItemId {
        let mut source = item;
        // Copies form no circles, since each points to an earlier text; the bound is for links
        // made by hand.
        for _ in 0..self.copy_of.len() {
            match self.copy_of.get(source) {
                Some(earlier) => source = earlier,
                None => break,
            }
        }
        source
    }
}

/// Texts made from one piece of footage, or from copies of it that are certain or that a person
/// accepted, each with the first of them: what is read in ten copies of a film is said once.
fn same_footage<'m>(material: &Material<'m>) -> HashMap<&'m ItemId, &'m ItemId> {
    let mut first_of: HashMap<&ItemId, &ItemId> = HashMap::new();
    let root = |first_of: &HashMap<&'m ItemId, &'m ItemId>, mut item: &'m ItemId| {
        while let Some(earlier) = first_of.get(item) {
            item = earlier;
        }
        item
    };
    for link in material.media_links.iter().filter(|link| link.holds()) {
        let (a, b) = (root(&first_of, &link.earlier), root(&first_of, &link.later));
        if a != b {
            first_of.insert(b, a);
        }
    }
    let mut text_of: HashMap<&ItemId, &ItemId> = HashMap::new();
    let mut same = HashMap::new();
    for item in &material.items {
        let Some(footage) = item.made_from else {
            continue;
        };
        let first = *text_of
            .entry(root(&first_of, footage))
            .or_insert(&item.document.item);
        if first != &item.document.item {
            same.insert(&item.document.item, first);
        }
    }
    same
}

/// The text's own words that another holds, by the item that took them over.
fn lifted(copies: &[CopyLink]) -> HashMap<&ItemId, Vec<(Span, &ItemId)>> {
    let mut lifted: HashMap<&ItemId, Vec<(Span, &ItemId)>> = HashMap::new();
    for link in copies.iter().filter(|link| link.kind == CopyKind::Lifted) {
        let passages = link.passages.iter();
        let own = passages.filter(|passage| passage.kind == PassageKind::Text);
        let spans = own.map(|passage| (passage.later, &link.earlier));
        lifted.entry(&link.later).or_default().extend(spans);
    }
    lifted
}
