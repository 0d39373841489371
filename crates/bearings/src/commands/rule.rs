//! `bearings rule`: a person's signed decision.

use bearings_model::{
    Assessment, Claim, ClaimId, CodePoints, Decision, Excerpt, InformationGrade, RestrictionAction,
    RestrictionReason, RulingId, SourceGrade, Span, Target,
};
use bearings_pipeline::{MediaItem, Workshop};
use bearings_weigh::Weighed;
use jiff::Timestamp;
use serde_json::json;

use crate::arguments::{Arguments, Rule, RulingWord};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home, whose};

pub fn run(arguments: &Arguments, rule: &Rule, output: &Output) -> Result<Done, Failure> {
    if rule.why.trim().is_empty() {
        return Err(Failure::Use(
            "a ruling needs a reason: --why \"…\"".to_owned(),
        ));
    }
    let (case, workshop) = whose::read_case(arguments, output)?;
    let target = target(&workshop, rule)?;
    let decision = decision(&workshop, rule, &target)?;
    let mut writer = case.write(&home::signer()?, &home::by(arguments))?;
    let ruling = writer.rule(target, decision, &rule.why, Timestamp::now())?;
    output.line(&format!(
        "{}  {} {}",
        ruling.id,
        ruling.decision.name(),
        rule.target
    ));
    output.value(&json!({ "ruling": ruling }));
    Ok(Done::Clean)
}

fn target(workshop: &Workshop, rule: &Rule) -> Result<Target, Failure> {
    let word = rule.target.as_str();
    if rule.decision == RulingWord::Reliability {
        return Ok(Target::Source {
            name: word.to_owned(),
        });
    }
    if rule.decision == RulingWord::Withdraw {
        let known = workshop
            .rulings
            .iter()
            .any(|ruling| ruling.id.as_str() == word);
        return match known {
            true => Ok(Target::Ruling {
                ruling: RulingId(word.to_owned()),
            }),
            false => Err(Failure::Use(format!(
                "there is no ruling '{word}' in this case"
            ))),
        };
    }
    if let Some((one, other)) = word.split_once('~') {
        return pair(workshop, one, other);
    }
    if let Some((item, range)) = word.split_once(':') {
        return passage(workshop, item, range);
    }
    let claim = claim(workshop, word)?;
    let excerpt =
        restricted_passage(workshop, rule, claim).unwrap_or_else(|| claim.excerpt.clone());
    Ok(Target::Claim {
        claim: claim.id.clone(),
        excerpt,
    })
}

/// A ruling on a restriction is about the whole passage that was proposed, not the claim's part.
fn restricted_passage(workshop: &Workshop, rule: &Rule, claim: &Claim) -> Option<Excerpt> {
    if !matches!(rule.decision, RulingWord::Restrict | RulingWord::Release) {
        return None;
    }
    let proposals = workshop
        .items
        .iter()
        .flat_map(|(_, _, reading)| &reading.restrictions);
    proposals
        .map(|proposal| &proposal.target)
        .find(|passage| {
            passage.item() == claim.excerpt.item() && passage.span().overlaps(claim.excerpt.span())
        })
        .map(|passage| {
            let whole = passage.span().join(claim.excerpt.span());
            Excerpt::new(passage.item().clone(), whole).unwrap_or_else(|_| passage.clone())
        })
}

fn claim<'w>(workshop: &'w Workshop, id: &str) -> Result<&'w Claim, Failure> {
    let claims = workshop
        .items
        .iter()
        .flat_map(|(_, _, reading)| &reading.claims);
    let exact = claims
        .clone()
        .find(|claim| claim.id == ClaimId(id.to_owned()));
    let mut fits = claims.filter(|claim| id.len() > 2 && claim.id.as_str().starts_with(id));
    let (first, second) = (fits.next(), fits.next());
    match (exact, first, second) {
        (Some(claim), ..) | (None, Some(claim), None) => Ok(claim),
        (None, Some(_), Some(_)) => Err(Failure::Use(format!(
            "several claims begin with '{id}'; give more of the id"
        ))),
        _ => Err(Failure::Use(format!(
            "there is no claim '{id}' in this case"
        ))),
    }
}

/// `ITEM~ITEM`, as `bearings status` tells it: two pictures, films or recordings.
fn pair(workshop: &Workshop, one: &str, other: &str) -> Result<Target, Failure> {
    let find = |id: &str| {
        let fits = |media: &&MediaItem| id.len() > 3 && media.media.item.as_str().starts_with(id);
        let found = workshop.media.iter().find(fits);
        let none = || {
            Failure::Use(format!(
                "there is no picture, film or recording '{id}' in this case"
            ))
        };
        found.map(|media| media.media.item.clone()).ok_or_else(none)
    };
    Ok(Target::Pair {
        one: find(one)?,
        other: find(other)?,
    })
}

/// `ITEM:START-END` in characters of the item's text, as in its JSON.
fn passage(workshop: &Workshop, item: &str, range: &str) -> Result<Target, Failure> {
    let wrong = || {
        Failure::Use(format!(
            "'{item}:{range}' is no passage; write ITEM:START-END in characters"
        ))
    };
    let found = workshop
        .items
        .iter()
        .find(|(_, document, _)| item.len() > 3 && document.item.as_str().starts_with(item));
    let (_, document, _) =
        found.ok_or_else(|| Failure::Use(format!("there is no item '{item}' in this case")))?;
    let (start, end) = range.split_once('-').ok_or_else(wrong)?;
    let (start, end): (usize, usize) = (
        start.parse().map_err(|_| wrong())?,
        end.parse().map_err(|_| wrong())?,
    );
    if start >= end || end > document.text.chars().count() {
        return Err(wrong());
    }
    let points = CodePoints::new(&document.text);
    let span = Span::new(points.to_byte(start), points.to_byte(end));
    let excerpt = Excerpt::new(document.item.clone(), span).map_err(|_| wrong())?;
    Ok(Target::Excerpt { excerpt })
}

fn decision(workshop: &Workshop, rule: &Rule, target: &Target) -> Result<Decision, Failure> {
    Ok(match rule.decision {
        RulingWord::Accept => Decision::Accept,
        RulingWord::Reject => Decision::Reject,
        RulingWord::Release => Decision::Release,
        RulingWord::Withdraw => Decision::Withdraw,
        RulingWord::Restrict => Decision::Restrict {
            reason: reason(rule)?,
            action: RestrictionAction::Hide,
        },
        RulingWord::Amend => Decision::Amend {
            field: field(rule)?,
            value: needed(&rule.value, "--value")?,
        },
        RulingWord::Reliability => Decision::Reliability {
            grade: source_grade(rule)?,
        },
        RulingWord::Grade => grade(&workshop.weigh(), rule, target)?,
    })
}

fn needed(value: &Option<String>, flag: &str) -> Result<String, Failure> {
    value
        .clone()
        .ok_or_else(|| Failure::Use(format!("this ruling needs {flag}")))
}

fn field(rule: &Rule) -> Result<String, Failure> {
    let field = needed(&rule.field, "--field")?;
    match field.as_str() {
        "amount" | "speaker" | "time" | "place" | "factuality" => Ok(field),
        _ => Err(Failure::Use(format!(
            "'{field}' cannot be amended; amend amount, speaker, time, place or factuality"
        ))),
    }
}

fn reason(rule: &Rule) -> Result<RestrictionReason, Failure> {
    let word = rule.reason.as_deref().unwrap_or("other");
    RestrictionReason::from_name(word).ok_or_else(|| {
        let names: Vec<&str> = RestrictionReason::ALL
            .iter()
            .map(|reason| reason.name())
            .collect();
        Failure::Use(format!(
            "'{word}' is no reason; give one of {}",
            names.join(", ")
        ))
    })
}

fn source_grade(rule: &Rule) -> Result<SourceGrade, Failure> {
    let letter = needed(&rule.source, "--source A-F")?;
    SourceGrade::from_letter(&letter)
        .ok_or_else(|| Failure::Use(format!("a source is graded A to F, not '{letter}'")))
}

/// A grade above what the origins allow is refused.
fn grade(weighed: &Weighed, rule: &Rule, target: &Target) -> Result<Decision, Failure> {
    let source = source_grade(rule)?;
    let digit = rule
        .information
        .ok_or_else(|| Failure::Use("this ruling needs --information 1-6".to_owned()))?;
    let information = InformationGrade::try_from(digit).map_err(Failure::Use)?;
    let origins = match target {
        Target::Claim { claim, .. } => origins(weighed, claim),
        _ => 0,
    };
    Assessment::new(source, information, origins)
        .map_err(|refused| Failure::Use(refused.to_string()))?;
    Ok(Decision::Grade {
        source,
        information,
    })
}

/// The independent origins of the sentence the claim is told in.
fn origins(weighed: &Weighed, claim: &ClaimId) -> usize {
    let sentences = weighed
        .account
        .sections
        .iter()
        .flat_map(|section| &section.sentences);
    sentences
        .filter(|sentence| {
            sentence
                .evidence
                .iter()
                .any(|evidence| evidence.claim == *claim)
        })
        .map(|sentence| sentence.origins.len())
        .max()
        .unwrap_or(0)
}
