//! The front page: everything an account holds, in the order a reader needs it.
//!
//! Turns records into words and links; says nothing the account does not say.

mod casualties;
mod copies;
mod foot;
mod footage;
mod place;
mod sentence;

use askama::Template;
use bearings_model::{Account, ForecastRow, Glance, Unknown, Withheld, Zone};

use crate::address::anchor;
use crate::basemap::BaseMap;
use crate::phrase::{counted, forecast_status};
use crate::reference::{Citation, References};
use crate::sources::Sources;
use crate::timeline::{self, Timeline};
use crate::words::{Markup, Words, plain};
use crate::{MapScript, Page, PublishError};
use sentence::SentenceView;

/// The page as the template reads it; one field a section, empty where there is nothing to say.
#[derive(Template)]
#[template(path = "index.html")]
struct FrontPage {
    policy: Markup,
    title: String,
    heading: Words,
    standfirst: Words,
    glance: Vec<GlanceView>,
    contents: Vec<(&'static str, &'static str)>,
    map: Option<place::MapView>,
    script: bool,
    timeline: Option<Timeline>,
    sections: Vec<SectionView>,
    casualties: Vec<casualties::CasualtyView>,
    casualty_notes: Vec<SentenceView>,
    contradictions: Vec<SentenceView>,
    revisions: Vec<SentenceView>,
    forecasts: Vec<ForecastView>,
    copies: Vec<copies::CopyView>,
    footage: footage::FootageView,
    clip_order: Vec<SentenceView>,
    unknowns: Vec<(Words, Vec<Citation>)>,
    items: Vec<foot::ItemView>,
    withheld: Vec<String>,
    method: Vec<Words>,
    references: Vec<foot::ReferenceView>,
    review: foot::Review,
}

struct GlanceView {
    kicker: String,
    heading: Words,
    sentence: SentenceView,
    /// The section that has more, where the page has it.
    more: Option<String>,
}

struct SectionView {
    anchor: String,
    heading: Words,
    sentences: Vec<SentenceView>,
}

struct ForecastView {
    sentence: SentenceView,
    readings: Vec<ReadingView>,
    held_against: Vec<Citation>,
}

struct ReadingView {
    reading: Words,
    status: &'static str,
    reason: Words,
}

/// With the map's script; the worker it starts is made from its own text.
const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src blob:; \
    child-src blob:; base-uri 'none'; form-action 'none'";

const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'";

/// Lays the front page out and, on the way, numbers every excerpt that is cited.
pub(crate) fn page(
    account: &Account,
    sources: &Sources<'_>,
    basemap: &BaseMap,
    script: Option<MapScript<'_>>,
    zone: &Zone,
    references: &mut References<'_>,
) -> Result<Page, PublishError> {
    let mut page = told(account, basemap, zone, references);
    page.copies = copies::views(&account.copies, sources);
    page.items = foot::items(account, sources);
    page.references = foot::references(references, sources);
    page.script = script.is_some() && page.map.is_some();
    let policy = if page.script {
        POLICY_WITH_SCRIPT
    } else {
        POLICY
    };
    page.policy = Markup(policy.to_owned());
    page.contents = contents(&page);
    for (view, glance) in page.glance.iter_mut().zip(&account.glance) {
        view.more = more(&glance.section, &page.contents, &page.sections);
    }
    let html = page.render().map_err(|error| PublishError::Layout {
        page: "index.html",
        reason: error.to_string(),
    })?;
    Ok(Page::text("index.html", html))
}

/// Everything with evidence, in the order of the page, so that numbers rise down the page.
fn told(
    account: &Account,
    basemap: &BaseMap,
    zone: &Zone,
    references: &mut References<'_>,
) -> FrontPage {
    FrontPage {
        policy: Markup::default(),
        title: plain(&account.title),
        heading: Words::new(&account.title),
        standfirst: Words::new(&account.standfirst),
        glance: account
            .glance
            .iter()
            .map(|glance| glance_view(glance, references))
            .collect(),
        map: place::map_view(account, basemap, references),
        timeline: timeline::timeline(account, zone, references),
        sections: sections(account, references),
        casualties: casualties::views(&account.casualties, references),
        casualty_notes: sentence::views(&account.casualty_notes, references),
        contradictions: sentence::views(&account.contradictions, references),
        revisions: sentence::views(&account.revisions, references),
        forecasts: account
            .forecasts
            .iter()
            .map(|row| forecast(row, references))
            .collect(),
        copies: Vec::new(),
        footage: footage::FootageView::of(&account.footage),
        clip_order: sentence::views(&account.clip_order, references),
        unknowns: account
            .unknowns
            .iter()
            .map(|unknown| unknown_view(unknown, references))
            .collect(),
        withheld: account.withheld.iter().map(withheld).collect(),
        method: account.method.iter().map(Words::new).collect(),
        review: foot::review(account),
        contents: Vec::new(),
        items: Vec::new(),
        references: Vec::new(),
        script: false,
    }
}

fn glance_view(glance: &Glance, references: &mut References<'_>) -> GlanceView {
    GlanceView {
        kicker: plain(&glance.kind),
        heading: Words::new(&glance.heading),
        sentence: SentenceView::new(&glance.sentence, references),
        more: None,
    }
}

fn sections(account: &Account, references: &mut References<'_>) -> Vec<SectionView> {
    let view = |section: &bearings_model::Section| SectionView {
        anchor: format!("s-{}", anchor(&section.id)),
        heading: Words::new(&section.heading),
        sentences: sentence::views(&section.sentences, references),
    };
    account
        .sections
        .iter()
        .filter(|section| !section.sentences.is_empty())
        .map(view)
        .collect()
}

fn forecast(row: &ForecastRow, references: &mut References<'_>) -> ForecastView {
    let reading = |(reading, status, reason): &(String, _, String)| ReadingView {
        reading: Words::new(reading),
        status: forecast_status(*status),
        reason: Words::new(reason),
    };
    ForecastView {
        sentence: SentenceView::new(&row.sentence, references),
        readings: row.readings.iter().map(reading).collect(),
        held_against: references.cite(&row.held_against),
    }
}

fn unknown_view(unknown: &Unknown, references: &mut References<'_>) -> (Words, Vec<Citation>) {
    (
        Words::new(&unknown.text),
        references.cite(&unknown.evidence),
    )
}

fn withheld(group: &Withheld) -> String {
    let passages = counted(group.passages, "passage", "passages");
    let ruled = match group.ruled {
        0 => "proposed when the texts were read, not yet ruled on by a person".to_owned(),
        all if all == group.passages => "ruled on by a person".to_owned(),
        some => format!("{some} of them ruled on by a person"),
    };
    format!("{passages} about {}: {ruled}", group.reason.plain())
}

/// Anchor and name of each section that is there.
fn contents(page: &FrontPage) -> Vec<(&'static str, &'static str)> {
    let all = [
        ("map", "Map", page.map.is_some()),
        ("timeline", "Timeline", page.timeline.is_some()),
        ("account", "What happened", !page.sections.is_empty()),
        ("casualties", "Casualties", !page.casualties.is_empty()),
        (
            "contradictions",
            "Contradictions",
            !page.contradictions.is_empty(),
        ),
        ("revisions", "Revisions", !page.revisions.is_empty()),
        ("forecasts", "Forecasts", !page.forecasts.is_empty()),
        ("copies", "Copies", !page.copies.is_empty()),
        ("footage", "Footage", !page.footage.cards.is_empty()),
        ("order", "Order of clips", !page.clip_order.is_empty()),
        ("unknown", "What we do not know", true),
        ("sources", "Sources", !page.items.is_empty()),
        ("withheld", "Withheld", !page.withheld.is_empty()),
        ("method", "Method", !page.method.is_empty()),
        ("references", "References", !page.references.is_empty()),
    ];
    all.into_iter()
        .filter(|(_, _, there)| *there)
        .map(|(anchor, name, _)| (anchor, name))
        .collect()
}

fn more(section: &str, contents: &[(&str, &str)], sections: &[SectionView]) -> Option<String> {
    let own = format!("s-{}", anchor(section));
    let fixed = contents.iter().find(|(known, _)| *known == section);
    let told = sections.iter().find(|known| known.anchor == own);
    fixed
        .map(|(known, _)| format!("#{known}"))
        .or_else(|| told.map(|known| format!("#{}", known.anchor)))
}
