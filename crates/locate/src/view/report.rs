//! What is seen, and from where an order is seen, in lines for people.

use super::order::OrderQuestion;
use super::search::Found;
use super::seen::{Sighting, Visibility};

/// Areas told one by one; the rest are counted.
const TOLD: usize = 20;

pub fn sightings_report(seen: &[Sighting]) -> Vec<String> {
    let mut lines = vec![format!(
        "{} features in view, from left to right:",
        seen.len()
    )];
    lines.extend(seen.iter().map(|one| {
        let behind = if one.behind.is_empty() {
            String::new()
        } else {
            format!(" behind {}", one.behind.join(", "))
        };
        let visibility = match one.visibility {
            Visibility::Free => "nothing given stands before it".to_owned(),
            Visibility::Partly(part) => format!("{:.0} % hidden{behind}", part * 100.0),
            Visibility::Hidden => format!("hidden{behind}"),
            Visibility::NotKnown => format!("perhaps hidden{behind}: a height is not known"),
        };
        format!(
            "  {}: bearing {:.1}°, {:.0} m, {visibility}",
            one.title, one.bearing_deg, one.distance_m
        )
    }));
    lines
}

pub fn areas_report(question: &OrderQuestion, found: &Found) -> Vec<String> {
    let order: Vec<String> = question
        .things
        .iter()
        .map(|thing| format!("{} ({} candidates)", thing.name, thing.candidates.len()))
        .collect();
    let mut lines = vec![format!("From left to right: {}.", order.join(", "))];
    if found.areas.is_empty() {
        lines.push(format!(
            "No place of {} cells of {} m sees this order; allow wider angles, a farther distance or more candidates.",
            found.searched.cells, question.step_m
        ));
    }
    for (number, area) in found.areas.iter().take(TOLD).enumerate() {
        lines.push(format!(
            "  Area {}: around {:.5}, {:.5}, {:.0} m², which sees {}",
            number + 1,
            area.lat,
            area.lon,
            area.square_m,
            area.seen.join(", ")
        ));
    }
    if found.areas.len() > TOLD {
        lines.push(format!("  and {} smaller areas.", found.areas.len() - TOLD));
    }
    lines.push(
        "What stands between is not looked at; check a place with what is in its view.".to_owned(),
    );
    lines
}
