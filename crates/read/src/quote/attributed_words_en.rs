//! English words that attribute speech or an attitude, by what they govern.

use crate::lexicon::phrases;

/// What an attributing word governs, and whether it tells of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governs {
    /// A clause or quotation on either side: "said".
    Said,
    /// The same, the one told standing between: "told".
    Told,
    /// A thing spoken of, to its right: "criticized", "praised".
    Matter,
    /// Only what a "that", "whether" or "how" opens: "know", "found".
    Clause,
    /// An attitude with a clause, an infinitive or a thing: "wants", "believes".
    Attitude,
    /// An attitude only before an infinitive: "plan to".
    Infinitive,
}

impl Governs {
    pub fn is_attitude(self) -> bool {
        matches!(self, Governs::Attitude | Governs::Infinitive)
    }

    /// Whether a clause or quotation before the cue can be its content.
    pub fn follows(self) -> bool {
        matches!(self, Governs::Said | Governs::Told | Governs::Attitude)
    }
}

phrases! {
    pub(super) static ATTRIBUTING: Governs = {
        Governs::Said => "point out, put it, said, says, say, saying, added, adds, adding, wrote, writes, writing, noted, notes, noting, stated, stating, announced, announces, announcing, announce, argued, argues, argue, arguing, acknowledged, acknowledges, acknowledging, acknowledge, explained, explains, explaining, explain, claimed, claims, claiming, insisted, insists, insist, insisting, declared, declares, declaring, concluded, concludes, conclude, warned, warns, warn, warning that, recalled, recalls, recalling, replied, replies, responded, responds, tweeted, tweets, tweeting, reported, reports that, reporting that, remarked, remarks that, remarking, commented, asked, asks, asking, wondered, wonders, wondering, joked, jokes, joking, quipped, quips, boasted, boasts, boasting, bragged, bragging, admitted, admits, admitting, conceded, concedes, conceding, confirmed, confirms, confirming, asserted, asserts, asserting, alleged, alleges, alleging, contended, contends, contending, complained, complains, complaining, lamented, laments, lamenting, bemoaned, bemoans, cautioned, cautions, emphasized, emphasizes, emphasizing, emphasize, emphasised, stressed, stresses, stressing, predicted, predicts, predicting, promised, promises, promising, pledges, pledging, vowed, vows, vowing, swore, threatened, threatens, threatening to, suggested, suggests, suggesting, suggest, hinted, hints, hinting, implied, implies, implying, indicated, indicates, indicating, indicate, revealed, reveals, revealing that, disclosed, discloses, testified, testifies, reiterated, reiterates, repeated, repeating, speculated, speculates, proclaimed, proclaims, proclaiming, pronounced, observed, observes, shouted, shouts, shouting, yelled, yelling, chanted, chanting, chants, screamed, exclaimed, interjected, mused, muses, answered, answers, answering, countered, counters, retorted, recounted, recounts, recited, mentioned, mentions, mentioning, pointed out, points out, pointing out, made clear, makes clear, made it clear, went on, goes on, continued, concurred, agreed that, agrees that, agree that, posted, emailed, e-mailed, texted, signaled, signaled that, signals, signalled, opined, opines, tells, decreed, ruled that, denied, denies, denying, declined, declines, declining, refused, refuses, refusing, refuse, balked at, protested, pleaded, demanded, demands that, demanding, proposed, proposes, proposing, recommended, recommends, requested, urged, urges, urging, called for, calls for, calling for, call for, called on, calls on, calling on, apologized for, hailed, estimated, estimates, charged that, articulated, expressed, expresses, expressing, voiced, voicing, outlined, outlines, outlining, detailed how, underscored, elaborated, volunteered, deadpanned, objected, snapped, theorized, surmised, ordered, counseled, note, tell, ask, wonder, recapped, chimed in, cracked, reads, read, offered, named him, projected, posited, reasoned, retorts, scoffed, sneered, vented, fumed, thundered, intoned, allowed that, ventured, offered up, clarified, clarifies, reckons, tweeted out, blogged, wrote back, noted, spelled out",
        Governs::Told => "told, telling, tell reporters, informed, assured, assures, assuring, reminded, reminds, reminding, convinced, convinces, persuaded, notified, advises, thanked, thanking, begged, implored, warned voters, implores",
        Governs::Matter => "respond to, responds to, responding to, vote for, voting for, focus on, pushing for, pushed for, push for, counting on, advocate for, decided against, struck down, shrugged off, comment on, commenting on, mocks, rebuts, satirizes, tackles, sided with, parted with, echoed, echoes, echoing, backing, championed, charged, nominated, endorsing, encouraged, promoting, advocated, advocates for, advocating, justified, justify, welcomed, embraced, embracing, mention, question, recall, deny, oppose, dispute, titled, focused on, focuses on, focusing on, highlight, criticise, listed, identified, proffered, parroted, foretold, recapitulated, restated, vouched for, inveighed against, fired back, shot back, pushed back against, lined up behind, came out against, came out in favor of, took issue with, takes issue with, spoke out against, speaks out against, warned of, warned about, warned against, warns of, complained about, complained of, joked about, bragged about, boasted about, wrote about, asked about, asked for, argued for, argued against, campaigned against, protested against, voted for, voted against, commented on, touched on, elaborated on, hinted at, reflected on, insisted on, apologized for, expressed concern about, criticized, criticizes, criticizing, criticize, criticised, criticising, accused, accuses, accusing, accuse, blamed, blames, blaming, blame, praised, praises, praising, praise, described, describes, describing, describe, called, calls, calling, cited, cites, cite, citing, denounced, denounces, denouncing, condemned, condemns, condemning, condemn, dismissed, dismisses, dismissing, rejected, rejects, rejecting, questioned, questions whether, questioning, defended, defends, defending, endorsed, endorses, endorse, attacked, attacking, attacks trump, mocked, mocks, mocking, mock, slammed, slams, slamming, blasted, blasts, blasting, ripped, ripping, lambasted, decried, decries, decrying, derided, derides, deriding, assailed, assails, assailing, ridiculed, ridiculing, rebuked, rebukes, rebuking, rebutted, rebuffed, disputed, disputes, disputing, challenged, touted, touts, touting, lauded, lauds, hailing, applauded, likened, likens, likening, labeled, labels, labeling, labelled, dubbed, branded, portrayed, portrays, portraying, depicted, characterized, characterizes, characterizing, credited, credits, crediting, referenced, referencing, referred to, refers to, referring to, refer to, alluded to, alludes to, alluding to, pointed to, points to, pointing to, spoke about, speak about, speaking about, speaks about, spoke of, talked about, talks about, talking about, talk about, discussed, discusses, discussing, discuss, brought up, raised questions about, addressed the, railed against, rails against, railing against, lashed out at, lashes out, went after, hit back at, took aim at, invoked, invokes, invoking, highlighted, highlights, highlighting, singled out, quoted, quotes, quoting, complimented, congratulated, saluted, chided, chides, scolded, berated, castigated, excoriated, vilified, skewered, trashed, bashed, bashing, panned, knocked, knocks, eviscerated, demonized, panning, insulted, insulting, scoffed at, reacted to, responded to, weighed in on, unveiled, floated, downplayed, underplayed, played down, reaffirmed, renounced, disavow, disavows, retweeted, denigrated, disparaged, commended, heralded",
        Governs::Clause => "know, knows, knew, knowing, found, finds, find, finding, shows, show, showed, showing, shown, learned, learn, discovered, realized, realize, realizes, realizing, decided, determined, understand, understands, understood, remember, remembers, remembered, forget, see, sees, saw, acknowledgment, ensure, prove, proved, doubted, guarantee, figured, imagined, imagine, dream, confident, convinced, certain, sure, aware, concerned, worried, optimistic, skeptical, adamant, glad, evidence, proof",
        Governs::Attitude => "seemed, seems, seem, sees, believe, believes, believed, believing, think, thinks, hope, hopes, hoped, hoping, want, wants, wanted, wanting, fear, fears, feared, fearing, feel, felt that, worry, worries, worried about, worried that, doubt, doubts, suspect, suspects, suspected that, considers, considered, considering, expect, expecting, anticipates, anticipate, prefer, prefers, preferred, support, supports, supported, supporting, oppose, opposes, opposed, opposing, favor, favors, favored, favour, favours, would envision, envisions, envisioned, regard, regards, regarded, deem, deems, deemed, viewed, views him, assume, assumes, assumed, wished, wishes, opted, preferring, backed, backs, liked, dislike, dislikes, disliked, respects, admires, admired, approve of, disapprove of, disapproved, approves of, disagree with, disagrees with, disagreed with, agree with, agrees with, agreed with, agreeing with, trusts",
        Governs::Infinitive => "pledged, expects, agree, plan, plans, planned, planning, intend, intends, intended, aim, aims, aiming, seek, seeks, sought, seeking, decided, agreed, agrees, offered, offers, willing, eager, reluctant, determined, hesitant, appeared, appears, appear, committed, chose, inclined, desire, decision, pledge, promise, vow, threat, desperate, poised, expected, attempted, resolved",
    };
}

phrases! {
    /// Nouns of speech and attitude, with what leads to their content.
    pub(super) static ATTRIBUTING_NOUNS: () = {
        () => "critique of, criticism for, attitudes about, attitude toward, positions on, position on, rulings on, ruling on, stance on, attack on, attacks against, backer of, backers of, proponent of, proponents of, advocates of, reference to, references to, views of, views about, reservations about, rejection of, defense of, defence of, embrace of, comments on, remarks on, indignation about, fondness for, confident in, hostile to, enamored of, insults against, optimism about, skepticism about, outrage over, claim that, claims that, assertion that, assertions that, allegation that, allegations that, suggestion that, suggestions that, belief that, view that, contention that, statement that, accusation that, accusations that, promise that, argument that, arguments that, fear that, fears that, hope that, hopes that, notion that, idea that, concern that, concerns that, concerns about, concern about, concerned about, worries about, conclusion that, announcement that, report that, reports that, rumors that, rumours that, prediction that, insistence that, admission that, acknowledgment that, complaint that, complaints about, complaints that, criticism of, criticisms of, opposition to, support for, attacks on, plan to, plans to, call for, calls for, questions about, doubts about, endorsement of, denunciation of, condemnation of, praise for, comments about, remarks about, statements about, belief in, views on, fears of, fears about, hopes of, hopes for, accusations of, allegations of, confidence in, suspicion that, speculation that, vision of, vision for, refusal to, pledge to, promise to, vow to, decision to, desire to, demand for, demands for, proposal to, proposals to, threat to, warning that, warnings that, supporters of, supporter of, critic of, critics of, advocate of, opponent of, opponents of, skeptical of, critical of, supportive of, dismissive of, in favor of, wary of, in support of",
    };
}

phrases! {
    /// What is written or counted, and shows things.
    pub(super) static WRITINGS: () = {
        () => "poll, polls, polling, survey, surveys, study, studies, report, reports, data, research, record, records, document, documents, email, emails, results, average, averages, analysis, statistics, letter, filing, filings, memo, footage, video, videos, exit, article, story, ad, numbers",
    };
}

phrases! {
    /// Verbs whose form is a noun as well.
    pub(super) static NOUN_TOO: () = {
        () => "support, supports, question, dispute, disputes, claim, claims, plan, plans, call, calls, hope, hopes, fear, fears, vow, vows, promise, promises, pledge, desire, doubt, doubts, report, reports, offer, demand, states, answers, estimates, attacks, worries, worry, notes, note, cry, debate, protest, praise, blame, mention, show, shows, view, quotes, records, decision, threat, order",
    };
}

phrases! {
    /// Words between a subject and its verb that belong to the verb.
    pub(super) static AUXILIARIES: () = {
        () => "has, have, had, is, are, was, were, be, been, being, will, would, could, can, may, might, should, must, did, does, do, not, n't, never, also, often, repeatedly, recently, previously, later, then, now, still, already, even, just, only, once, always, first, publicly, openly, frequently, consistently, really, clearly, strongly, initially, reportedly, apparently, again, simply, actually, 've, 'd, 're, 'll, hasn't, haven't, hadn't, isn't, aren't, wasn't, weren't, won't, wouldn't, couldn't, can't, didn't, doesn't, don't, both, all, quickly, specifically, famously, falsely, wrongly, rightly, generally, further, too, largely, immediately, subsequently, long, sharply, long since, ever, yet, privately, directly, bluntly, simply",
    };
}

phrases! {
    /// Words a subject's phrase never holds, so it begins after them.
    pub(super) static SUBJECT_STOPS: () = {
        () => "that, but, because, when, while, if, as, although, though, whether, where, since, before, after, how, why, what, until, unless, so, yet, said, says, is, are, was, were, has, have, had, been, be, will, would, could, can, may, did, does, do, than, then, however, which, who, whom, whose, or, not, with, by, on",
    };
}

/// Pronouns that can be a subject.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she"
            | "they"
            | "we"
            | "i"
            | "you"
            | "it"
            | "who"
            | "someone"
            | "everyone"
            | "everybody"
            | "nobody"
            | "somebody"
            | "many"
            | "some"
            | "others"
            | "most"
            | "few"
    )
}

/// Words after which a cue's form is a noun or no finite verb.
pub(super) fn makes_a_noun(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "this"
            | "these"
            | "those"
            | "any"
            | "no"
            | "of"
            | "in"
            | "for"
            | "to"
            | "at"
            | "from"
            | "with"
            | "into"
            | "several"
            | "such"
            | "new"
            | "more"
            | "let"
    )
}

/// Words that open a clause a cue governs.
pub(super) fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "that" | "whether" | "how" | "if" | "what" | "why" | "where" | "who"
    )
}
