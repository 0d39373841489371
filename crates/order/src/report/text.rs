//! A report as lines to read.

use super::{Because, ChoiceReport, EventReport, OrderReport, Report, When};
use crate::network::Standing;

impl Report {
    /// Lines without line ends; an empty line between parts.
    pub fn lines(&self) -> Vec<String> {
        if self.events.is_empty() {
            return vec!["There is nothing to put in order: no event was named.".to_owned()];
        }
        let mut parts = vec![
            self.conflict_lines(),
            self.choice_lines(),
            self.event_lines(),
        ];
        parts.push(order_lines("Order, by firm clues", &self.firm, |_| true));
        parts.push(self.soft_lines());
        parts.retain(|part| !part.is_empty());
        parts.join(&String::new())
    }

    fn conflict_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for conflict in &self.conflicts {
            let all = if conflict.clues.len() > 1 { " all" } else { "" };
            lines.push(format!(
                "Cannot{all} be true: {} ({}).",
                conflict.said, conflict.smallness
            ));
        }
        if !self.conflicts.is_empty() {
            lines.push("What follows uses none of these clues.".to_owned());
        }
        for left in &self.left_out {
            let mut line = format!("Left out: clue {}, for {}", left.clue, left.conflict.said);
            if !left.instead.is_empty() {
                let instead = left.instead.join(" or ");
                line.push_str(&format!("; clue {instead} could be left out instead"));
            }
            lines.push(line + ".");
        }
        lines
    }

    fn choice_lines(&self) -> Vec<String> {
        self.choices.iter().flat_map(choice_lines).collect()
    }

    fn event_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for EventReport {
            label,
            firm,
            with_soft,
            ..
        } in &self.events
        {
            lines.extend(when_lines(&format!("{label}:"), firm));
            if let Some(when) = with_soft {
                lines.extend(when_lines("  with soft clues:", when));
            }
        }
        if !self.explained {
            lines.push("Too many events to tell the reason of each bound; ask for one.".to_owned());
        }
        lines
    }

    fn soft_lines(&self) -> Vec<String> {
        if self.with_soft.steps.iter().all(|step| step.firm) {
            return Vec::new();
        }
        order_lines("Order, with soft clues", &self.with_soft, |firm| !firm)
    }
}

fn when_lines(head: &str, when: &When) -> Vec<String> {
    let outer = if when.exact {
        ""
    } else {
        " (at the widest: not every choice was looked at)"
    };
    let mut lines = vec![format!("{head} {}{outer}", when.said)];
    let reasons = [
        ("not earlier", &when.not_earlier),
        ("not later", &when.not_later),
    ];
    for (what, because) in reasons {
        if let Some(because) = because {
            lines.push(format!("    {what}: {}", told(because)));
        }
    }
    lines
}

fn told(because: &Because) -> String {
    match because.soft.as_slice() {
        [] => because.said.clone(),
        soft => format!("{}; rests on soft clue {}", because.said, soft.join(", ")),
    }
}

/// Blocks, then the steps asked for.
fn order_lines(title: &str, order: &OrderReport, shown: fn(bool) -> bool) -> Vec<String> {
    let blocks: Vec<String> = order
        .blocks
        .iter()
        .map(|block| block.join(" and "))
        .collect();
    let head = match blocks.len() {
        0 | 1 if order.steps.is_empty() && order.complete => ": none is certain".to_owned(),
        0 | 1 => ", as far as it is certain:".to_owned(),
        _ => format!(": {}", blocks.join(", then ")),
    };
    let mut lines = vec![format!("{title}{head}")];
    for step in order.steps.iter().filter(|step| shown(step.firm)) {
        let because = step.because.as_ref().map(told);
        let because = because.map_or(String::new(), |because| format!(": {because}"));
        lines.push(format!(
            "    {} before {}{because}",
            step.earlier, step.later
        ));
    }
    if !order.complete {
        lines.push("    More may be certain than is listed; ask for a pair.".to_owned());
    }
    lines
}

fn choice_lines(choice: &ChoiceReport) -> Vec<String> {
    let line = |alternative: &super::AlternativeReport| {
        let standing = match alternative.standing {
            Some(Standing::Possible) => "can be".to_owned(),
            Some(Standing::Forced) => "is the only one left".to_owned(),
            Some(Standing::Impossible) => "cannot be".to_owned(),
            Some(Standing::Undecided) => "was not settled".to_owned(),
            None => "is not used".to_owned(),
        };
        let because = alternative.because.as_ref().map(told);
        let because = because.map_or(String::new(), |because| format!(": {because}"));
        format!(
            "Clue {}: {} {standing}{because}",
            choice.clue, alternative.said
        )
    };
    choice.alternatives.iter().map(line).collect()
}
