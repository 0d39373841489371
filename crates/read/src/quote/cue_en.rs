//! English words that attribute: what they say about the speaker's commitment.

use crate::lexicon::phrases;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// The narrator's own words.
    None,
    /// Put forward as so.
    Say,
    /// Put forward against doubt.
    Insist,
    Deny,
    /// Neither confirms nor denies.
    Decline,
    /// Thinks it so.
    Think,
    /// Thinks it will be so.
    Expect,
    /// Took down a number.
    Count,
    /// Seen: a film or a picture shows it.
    Show,
}

impl CueClass {
    /// Whether the cue can stand with a person's quotation.
    pub fn takes_quotation(self) -> bool {
        !matches!(self, CueClass::None | CueClass::Show | CueClass::Decline)
    }
}

phrases! {
    pub(crate) static CUES: CueClass = {
        CueClass::Say => "said, says, say, saying, told, tells, tell, telling, added, adds, adding, stated, states, stating, announced, announces, announcing, wrote, writes, writing, posted, explained, explains, explaining, noted, notes, noting, confirmed, confirms, confirming, reassured, assured, revealed, reveals, warned, warns, warning, recalled, recalls, reported, reports, reporting, declared, declares, described, describes, tweeted, commented, comments, remarked, replied, shouted, shouts, shouting, heard shouting, heard saying, acknowledged, acknowledges, admitted, admits, conceded, informed, testified, disclosed, emphasized, emphasised, stressed, stresses, underlined, pointed out, points out, complained, complains, boasted, joked, quipped, urged, vowed, pledged, promised, threatened, asked, cried, whispered, concluded, concludes, found, reiterated, repeated, mentioned, remembered, relayed, briefed, observed, predicted that, accused, accuses",
        CueClass::Insist => "claimed, claims, claim, claiming, alleged, alleges, alleging, insisted, insists, insist, insisting, maintained, maintains, argued, argues, arguing, asserted, asserts, contended, contends",
        CueClass::Deny => "denied, denies, deny, denying, rejected, rejects, refuted, refutes, dismissed, dismisses, disputed, disputes, repudiated",
        CueClass::Decline => "declined to say, declined to comment, declined to confirm, refused to say, refused to confirm, would not say, would not confirm, did not say, did not confirm, could not confirm, neither confirm nor deny, neither confirmed nor denied, could neither confirm nor deny, would neither confirm nor deny, gave no details",
        CueClass::Think => "think, thinks, believe, believes, believed, suspect, suspects, suspected, feel, feels, guess, assume, assumes, consider, considers, doubt, doubts, fear, fears, feared, hope, hopes, thought, estimate, estimates, estimated",
        CueClass::Expect => "expect, expects, expected, predict, predicts, predicted, forecast, forecasts, anticipate, anticipates, anticipated, foresee, foresees",
        CueClass::Count => "recorded, records, registered, registers, documented, counted, has tallied, tallied, logged",
    };
}

phrases! {
    /// "The consensus among those who stayed is that …": a noun that carries a clause.
    pub(super) static CLAUSE_NOUNS: CueClass = {
        CueClass::Think => "consensus, view, belief, feeling, assessment, opinion, fear, hope, impression, suspicion, assumption, sense, thinking",
        CueClass::Expect => "expectation, prediction, forecast",
        CueClass::Say => "message, statement, word",
    };
}

phrases! {
    /// Before the speaker, with the clause on the other side.
    pub(super) static ACCORDING: () = {
        () => "according to, as reported by, as told by, as stated by, in the words of, citing, quoting",
    };
}
