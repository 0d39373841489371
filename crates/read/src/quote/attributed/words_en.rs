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
        Governs::Said => "acknowledge, acknowledged, acknowledges, acknowledging, added, adding, adds, admit, admits, \
            admitted, admitting, advise, advised, advocate, affirm, affirmed, affirming, affirms, \
            agree that, agreed that, agreeing that, agrees that, allege, alleged, alleges, alleging, \
            allow that, allowed that, allowing that, allows that, announce, announced, announces, \
            announcing, answer, answered, appeal for, appealed for, appealing for, appeals for, argue, \
            argue against, argue for, argued, argues, argues against, argues for, arguing, \
            arguing against, arguing for, articulate, articulated, articulates, articulating, ask, \
            asked, asking, asks, assert, asserted, asserting, asserts, assure, attest, attested, \
            attesting, attests, aver, avered, avering, avers, avow, avowed, avowing, avows, balked at, \
            bark, barked, barking, barks, beg, beged, beging, begs, bellow, bellowed, bellowing, \
            bellows, bemoan, bemoaned, bemoaning, bemoans, beseech, beseeched, beseeches, beseeching, \
            besought, blog, blogged, blogging, blogs, blurt out, blurted out, blurting out, blurts out, \
            boast, boasted, boasting, boasts, brag, bragged, bragging, brags, bristle, bristled, \
            bristles, bristling, cabled, cabling, call for, call on, call out, called for, called on, \
            called out, calling for, calling on, calling out, calls for, calls on, calls out, caution, \
            cautioned, cautioning, cautions, certified, certifies, certify, certifying, chant, chanted, \
            chanting, chants, charge that, charged that, charges that, charging that, chime in, \
            chimed in, chimes in, chiming in, chip in, chiped in, chiping in, chips in, chuckle, \
            chuckled, chuckles, chuckling, claim, claimed, claiming, claims, clap back, claped back, \
            claping back, claps back, clarified, clarifies, clarify, commented, commenting, complain, \
            complained, complaining, complains, concede, conceded, concedes, conceding, conclude, \
            concluded, concludes, concluding, concur, concurred, concurring, concurs, confess, \
            confessed, confesses, confessing, confide, confided, confides, confiding, confirm, \
            confirmed, confirming, confirms, conjecture, conjectured, conjectures, conjecturing, \
            contend, contended, contending, contends, continued, counseled, counseling, counselled, \
            counselling, counsels, countered, countering, counters, cracked, cried, cried out, cries, \
            cries out, crow, crowed, crowing, crows, cry, cry out, crying, crying out, deadpan, \
            deadpaned, deadpaning, deadpanned, deadpans, declare, declared, declares, declaring, \
            decline, declined, declines, declining, decree, decreed, decrees, decreing, deduce, \
            deduced, deduces, deducing, demand, demanded, demanding, demands, demands that, demur, \
            demurred, demurring, demurs, denied, denies, denying, deplore, deplored, deplores, \
            deploring, detailed how, determines, determining, disclose, disclosed, discloses, \
            disclosing, documented, documenting, e-mailed, e-mailing, echo, echos, elaborated, \
            elaborates, elaborating, emailed, emailing, emphasise, emphasised, emphasises, emphasising, \
            emphasize, emphasized, emphasizes, emphasizing, enthuse, enthused, enthuses, enthusing, \
            estimate, estimated, estimates, estimating, exclaim, exclaimed, exclaiming, exclaims, \
            exhort, exhorted, exhorting, exhorts, explain, explained, explaining, explains, express, \
            expressed, expresses, expressing, fire back, fire off, fired off, fires back, fires off, \
            firing back, firing off, forecast, forecasting, forecasts, foresaw, foresee, foreseeing, \
            foreseen, foresees, fret, freted, freting, frets, fume, fumed, fumes, fuming, gloat, \
            gloated, gloating, gloats, go on, go on record, goes on, goes on record, going on record, \
            grill, grilled, grilling, grills, gripe, griped, gripes, griping, groan, groaned, groaning, \
            groans, grouse, groused, grouses, grousing, growl, growled, growling, growls, grumble, \
            grumbled, grumbles, grumbling, guarantees, guaranteing, gush, gushed, gushes, gushing, \
            hailed, hasten to add, hastened to add, hastening to add, hastens to add, held that, hint, \
            hinted, hinting, hints, hit back, hits back, hitting back, hold that, holding that, \
            holds that, holler, hollered, hollering, hollers, huff, huffed, huffing, huffs, \
            hypothesise, hypothesised, hypothesises, hypothesising, hypothesize, hypothesized, \
            hypothesizes, hypothesizing, implied, implies, implore, imploring, imply, implying, \
            indicate, indicated, indicates, indicating, infer, inferred, inferring, infers, inquire, \
            inquired, inquires, inquiring, insinuate, insinuated, insinuates, insinuating, insist, \
            insisted, insisting, insists, instruct, instructed, instructing, instructs, intercede, \
            interceded, intercedes, interceding, interject, interjected, interjecting, interjects, \
            interrupting, interrupts, intimate, intimated, intimates, intimating, intone, intoned, \
            intones, intoning, joke, joke about, joked, jokes, jokes about, joking, joking about, \
            laid out, lament, lamented, lamenting, laments, laying out, lays out, lecture, lectured, \
            lectures, lecturing, lobbied for, lobbies for, lobby for, lobbying for, loged, loging, \
            made clear, made it clear, made plain, made the case, made the point, maintain, \
            maintained that, maintaining, make clear, make plain, make the case, make the point, makes clear, \
            makes plain, makes the case, makes the point, making clear, making plain, making the case, \
            making the point, marvel, marveled, marveling, marvelled, marvelling, marvels, mentioned, \
            mentioning, mentions, moan, moaned, moaning, moans, mumble, mumbled, mumbles, mumbling, \
            murmur, murmured, murmuring, murmurs, muse, mused, muses, musing, mutter, muttered, \
            muttering, mutters, narrate, narrated, narrates, narrating, note, noted, notes, notifies, \
            notify, notifying, noting, object, objected, objecting, objects, observe, observed, \
            observes, observing, offered, offered up, opine, opined, opines, opining, ordered, outline, \
            outlined, outlines, outlining, philosophise, philosophised, philosophises, philosophising, \
            philosophize, philosophized, philosophizes, philosophizing, plead, plead for, pleaded, \
            pleaded for, pleading, pleading for, pleads, pleads for, pledged, pledges, pledging, \
            point out, pointed out, pointing out, points out, posit, posited, positing, posits, posted, \
            postulate, postulated, postulates, postulating, preach, preached, preaches, preaching, \
            predict, predicted, predicting, predicts, press for, pressed, pressed for, presses for, \
            pressing for, proclaim, proclaimed, proclaiming, proclaims, proded, proding, prods, \
            profess, professed, professes, proffer, proffering, proffers, projected, promised, \
            promises, promising, pronounce, pronounced, pronounces, pronouncing, prophesied, \
            prophesies, prophesy, prophesying, propose, proposed, proposes, proposing, protested, \
            protesting, purport, purported, purporting, purports, pushes for, put forward, put it, \
            puts forward, putting forward, queried, queries, query, querying, quip, quipped, quipping, \
            quips, quiz, quized, quizes, quizing, radioing, rant, ranted, ranting, rants, rave, raved, \
            raves, raving, react, reacted, reacting, reacts, read, read aloud, reading aloud, reads, \
            reads aloud, reaffirm, reaffirming, reaffirms, reasoned, reasoning, reassert, reasserted, \
            reasserting, reasserts, reassure, reassured, reassures, reassuring, recalled, recalling, \
            recalls, recapped, recite, recited, recites, reciting, reckon, reckoned, reckoning, \
            reckons, recommend, recommended, recommending, recommends, recording, recount, recounted, \
            recounting, recounts, refuse, refused, refuses, refusing, reiterate, reiterated, \
            reiterates, reiterating, rejoice, rejoiced, rejoices, rejoicing, rejoin, rejoined, \
            rejoining, rejoins, remark, remarked, remarking, remarks that, remonstrate, remonstrated, \
            remonstrates, remonstrating, repeat, repeated, repeating, repeats, replied, replies, reply, \
            replying, reported, reporting, reporting that, reports, request, requested, requesting, \
            respond, responded, responding, responds, restate, restates, restating, retort, retorted, \
            retorting, retorts, retweet, retweeting, retweets, reveal, revealed, revealing, \
            revealing that, reveals, rhapsodise, rhapsodised, rhapsodises, rhapsodising, rhapsodize, \
            rhapsodized, rhapsodizes, rhapsodizing, riff, riffed, riffing, riffs, roar, roaring, roars, \
            rule that, ruled that, ruling that, said, say, saying, says, scoff, scoffed, scoffing, \
            scoffs, scold, scolding, scolds, scream, screamed, screaming, screams, seconded, seconding, \
            set out, sets out, setting out, shoot back, shooting back, shoots back, shout, shouted, \
            shouting, shouts, sigh, sighed, sighing, sighs, signaled, signaled that, signaling, \
            signalled, signalling, snap, snap back, snapped, snapped back, snapping, snapping back, \
            snaps, snaps back, snarl, snarled, snarling, snarls, sneer, sneered, sneering, sneers, \
            specified, specifies, specify, specifying, speculate, speculated, speculates, speculating, \
            spell out, spelled out, spelling out, spells out, spelt out, spew, spewed, spewing, spews, \
            spout, spouted, spouting, spouts, stated, stating, stipulate, stipulated, stipulates, \
            stipulating, stress, stressed, stresses, stressing, suggest, suggested, suggesting, \
            suggests, sum up, sumed up, suming up, summarise, summarised, summarises, summarising, \
            summarize, summarized, summarizes, summarizing, sums up, surmise, surmised, surmises, \
            surmising, swear, swear to, swearing, swearing to, swears, swears to, swore, swore to, \
            sworn, sworn to, tallying, taunt, taunted, taunting, taunts, tease, teased, teases, \
            teasing, tell, tells, testified, testifies, testifying, texted, texting, theorise, \
            theorised, theorises, theorising, theorize, theorized, theorizes, theorizing, threatened, \
            threatening, threatening to, threatens, thunder, thundered, thundering, thunders, tout, \
            trumpet, trumpeted, trumpeting, trumpets, tweeted, tweeted out, tweeting, underline, \
            underlined, underlines, underlining, underscore, underscores, urge, urged, urges, urging, \
            utter, uttered, uttering, utters, vent, vented, venting, vents, ventured, venturing, \
            verified, verifies, verify, verifying, voiced, voicing, volunteering, vowed, vowing, vows, \
            wail, wailed, wailing, wails, warn, warned, warning, warning that, warns, weigh in, \
            weighed in, weighing in, weighs in, went on, went on record, whine, whined, whines, \
            whining, whisper, whispered, whispering, whispers, wonder, wondered, wondering, wonders, \
            write in, writes, writes in, writing, writing in, written in, wrote, wrote back, wrote in, \
            yell, yelled, yelling, yells",
        Governs::Told => "advises, alert, alerted, alerting, alerts, assured, assures, assuring, begged, convince, \
            convinces, convincing, entreat, entreated, entreating, entreats, implored, implores, \
            inform, informed, informing, informs, invite, invites, notified, persuade, persuaded, \
            persuades, persuading, petition, petitioned, petitioning, petitions, remind, reminded, \
            reminding, reminds, tell reporters, telling, thanked, thanking, tip off, tiped off, \
            tiping off, tips off, told, warned voters",
        Governs::Matter => "talk about, pounced on, sparred over, agreed on, accuse, accused, accuses, accusing, addressed, admonish, admonished, admonishes, \
            admonishing, advertise, advertised, advertises, advocate for, advocated, advocated for, \
            advocates for, advocating, advocating for, agonise about, agonise over, agonised about, \
            agonised over, agonises about, agonises over, agonising about, agonising over, \
            agonize about, agonize over, agonized about, agonized over, agonizes about, agonizes over, \
            agonizing about, agonizing over, allude to, alluded to, alludes to, alluding to, \
            apologise for, apologise to, apologised for, apologised to, apologises for, apologises to, \
            apologising for, apologising to, apologize for, apologize to, apologized for, \
            apologized to, apologizes for, apologizes to, apologizing for, apologizing to, appealed to, \
            appeals to, applauded, applauding, applauds, are seen, argued against, argued for, \
            ask about, ask for, asked about, asked for, asking about, asking for, asks about, asks for, \
            assail, assailed, assailing, assails, attacked, attacking, back away from, back off, \
            backed away from, backed off, backing, backing away from, backing off, backs away from, \
            backs off, bash, bashed, bashes, bashing, belittled, belittles, belittling, berate, \
            berated, berates, berating, billed as, blame, blamed, blames, blaming, blast, blasted, \
            blasting, blasts, boast about, boast of, boasted about, boasted of, boasting about, \
            boasting of, boasts about, boasts of, booing, brag about, bragged about, bragging about, \
            brags about, branded, branding, bring up, bringing up, brings up, broach, broached, \
            broaches, broaching, brought up, brush aside, brush off, brushed aside, brushed off, \
            brushes aside, brushes off, brushing aside, brushing off, call, called, calling, calls, \
            came out against, came out in favor of, campaigned against, campaigning against, \
            campaigns against, cast as, cast doubt on, cast doubts on, castigate, castigated, \
            castigates, castigating, casting doubt on, casting doubts on, casts, casts doubt on, \
            casts doubts on, catalog, cataloged, cataloging, catalogs, catalogue, catalogued, \
            catalogues, cataloguing, celebrates, censure, censured, censures, censuring, challenged, \
            challenging, champion, championed, championing, champions, characterise, characterised, \
            characterises, characterising, characterize, characterized, characterizes, characterizing, \
            charged, chastise, chastised, chastises, chastising, cheer for, cheered, cheered for, \
            cheering for, cheers for, chide, chided, chides, chiding, chronicle, chronicled, \
            chronicles, chronicling, cite, cited, cites, citing, come out against, \
            come out in favor of, comes out against, comes out in favor of, coming out against, \
            coming out in favor of, commend, commended, commending, commends, comment on, commented on, \
            commenting on, comments on, compares, comparing, complain about, complain of, \
            complained about, complained of, complaining about, complaining of, complains about, \
            complains of, compliment, complimented, complimenting, compliments, condemn as, condemned, \
            condemned as, condemning, condemning as, condemns, condemns as, confronts, congratulate, \
            congratulated, congratulates, congratulating, construe, construed, construes, construing, \
            contradicted, contradicting, contradicts, contrasted, contrasting, credited, crediting, \
            criticise, criticised, criticises, criticising, criticize, criticized, criticizes, \
            criticizing, debating, debunk, debunked, debunking, debunks, decide against, decide on, \
            decided against, decided on, decides against, decides on, deciding against, deciding on, \
            declassified, declassifies, declassify, declassifying, decried, decries, decry, decrying, \
            defended, defending, defends, define, defines, defining, deflect, deflected, deflecting, \
            deflects, demonise, demonised, demonises, demonising, demonize, demonized, demonizes, \
            demonizing, denigrate, denigrated, denigrates, denigrating, denounce, denounce as, \
            denounced, denounced as, denounces, denounces as, denouncing, denouncing as, depict, \
            depicted, depicting, depicts, deprecate, deprecated, deprecates, deprecating, deride, \
            deride as, derided, derided as, derides, derides as, deriding, deriding as, describe, \
            describe as, described, described as, describes, describes as, describing, describing as, \
            detailing, disavow, disavowed, disavowing, disavows, discount, discounted, discounting, \
            discounts, discredit, discredited, discredits, discuss, discussed, discusses, discussing, \
            dismiss, dismiss as, dismissed, dismissed as, dismisses, dismisses as, dismissing, \
            dismissing as, disown, disowned, disowning, disowns, disparage, disparaged, disparages, \
            disparaging, dispute, disputed, disputes, disputing, distinguish, distinguished, \
            distinguishes, distinguishing, distort, distorted, distorts, dodge, dodged, dodges, \
            dodging, double down on, doubled down on, doubles down on, doubling down on, downplay, \
            downplayed, downplaying, downplays, dub, dubbed, dubbing, dubs, ducked, ducking, dwell on, \
            dwelled on, dwelling on, dwells on, echoed, echoes, echoing, elaborate on, elaborated on, \
            elaborates on, elaborating on, embellish, embellished, embellishes, embellishing, embraces, \
            embracing, encouraged, encourages, encouraging, endorse, endorsed, endorses, enumerate, \
            enumerated, enumerates, enumerating, equate, equated, equates, equating, eulogise, \
            eulogised, eulogises, eulogising, eulogize, eulogized, eulogizes, eulogizing, evade, \
            evaded, evades, evading, eviscerate, eviscerated, eviscerates, eviscerating, exaggerate, \
            exaggerated, exaggerates, exaggerating, exalt, exalted, exalting, exalts, excoriate, \
            excoriated, excoriates, excoriating, excuse, excused, excuses, excusing, explain away, \
            explained away, explaining away, explains away, expound on, expounded on, expounding on, \
            expounds on, express concern about, expressed concern about, expresses concern about, \
            expressing concern about, extol, extoled, extoling, extols, faulted, faulting, fete, feted, \
            fetes, feting, fingering, fire at, fired at, fired back, fires at, firing at, flay, flayed, \
            flaying, flays, float, floated, floating, floats, focuses on, focusing on, foretold, \
            forswear, forsweared, forswearing, forswears, framed, framing, fret about, fret over, \
            freted about, freted over, freting about, freting over, frets about, frets over, glorified, \
            glorifies, glorify, glorifying, gloss over, glossed over, glosses over, glossing over, \
            go after, goes after, going after, gripe about, griped about, gripes about, griping about, \
            grumble about, grumbled about, grumbles about, grumbling about, gush about, gushed about, \
            gushes about, gushing about, hail, hailed as, hailing, hails, hammer, hammered, hammers, \
            harp on, harped on, harping on, harps on, hawk, hawked, hawking, hawks, heckle, heckled, \
            heckles, heckling, herald, heralded, heralding, heralds, highlight, highlighted, \
            highlights, hint at, hinted at, hinting at, hints at, hiss at, hissed at, hisses at, \
            hissing at, hit back at, hits back at, hitting back at, home in on, homed in on, \
            homes in on, homing in on, honor, honoring, honors, honour, honoured, honouring, honours, \
            hyped, hypes, hyping, identified, identifies, identify, identifying, idolise, idolised, \
            idolises, idolising, idolize, idolized, idolizes, idolizing, implicate, implicated, \
            implicates, implicating, impugn, impugned, impugning, impugns, indict, indicted, indicting, \
            indicts, inquire about, inquired about, inquires about, inquiring about, insist on, \
            insisted on, insisting on, insists on, insult, insulted, insulting, interpret, interpreted, \
            interpreting, interprets, inveigh against, inveighed against, inveighing against, \
            inveighs against, invoke, invoked, invokes, is seen, jeer, jeer at, jeered, jeered at, \
            jeering, jeering at, jeers, jeers at, joked about, justified, justifies, justify, \
            justifying, juxtapose, juxtaposed, juxtaposes, juxtaposing, knock, knocked, knocking, \
            knocks, known as, known for, label, label as, labeled, labeled as, labeling, labeling as, \
            labelled, labelled as, labelling, labelling as, labels, labels as, laid into, lambast, \
            lambaste, lambasted, lambastes, lambasting, lambasts, lampoon, lampooned, lampooning, \
            lampoons, lash out at, lashed out at, lashes out, lashes out at, lashing out at, laud, \
            lauded, lauding, lauds, laugh off, laughed off, laughing off, laughs off, lay into, \
            laying into, lays into, leaking, lean on, leaned on, leaning on, leans on, lie about, \
            lied about, lies about, light into, lighted into, lighting into, lights into, liing about, \
            liken, likened, likening, likens, line up behind, lined up behind, lines up behind, \
            lining up behind, lionise, lionised, lionises, lionising, lionize, lionized, lionizes, \
            lionizing, listed, listing, lists, lobbied against, lobbies against, lobby against, \
            lobbying against, made fun of, make fun of, makes fun of, making fun of, malign, maligned, \
            maligning, maligns, mention, militate against, militated against, militates against, \
            militating against, minimise, minimised, minimises, minimising, minimize, minimized, \
            minimizes, minimizing, mischaracterise, mischaracterised, mischaracterises, \
            mischaracterising, mischaracterize, mischaracterized, mischaracterizes, mischaracterizing, \
            misrepresent, misrepresented, misrepresenting, misrepresents, misstate, misstated, \
            misstates, misstating, mock, mocked, mocking, mocks, mourn, mourned, mourning, mourns, \
            muse about, mused about, muses about, musing about, named, needle, needled, needles, \
            needling, negotiate, negotiated, negotiates, nominate, nominated, nominates, obsess over, \
            obsessed over, obsesses over, obsessing over, opine on, opined on, opines on, opining on, \
            oversell, overselled, overselling, oversells, overstate, overstated, overstates, \
            overstating, panned, panning, parried, parries, parrot, parroted, parroting, parrots, \
            parry, parrying, part with, parted with, parting with, parts with, peddle, peddled, \
            peddles, peddling, pile on, piled on, piles on, piling on, pilloried, pillories, pillory, \
            pillorying, pitching, play down, play up, played down, played up, playing down, playing up, \
            plays down, plays up, plead guilty to, plead with, pleaded guilty to, pleaded with, \
            pleading guilty to, pleading with, pleads guilty to, pleads with, plugged, plugging, \
            point to, pointed to, pointing to, points to, poke fun at, poked fun at, pokes fun at, \
            poking fun at, portray, portrayed, portraying, portrays, praise, praised, praises, \
            praising, preach about, preached about, preaches about, preaching about, proffered, \
            promote, promoted, promotes, protest against, protested against, protesting against, \
            protests against, publicise, publicised, publicises, publicising, publicize, publicized, \
            publicizes, publicizing, push back against, pushed back against, pushed for, \
            pushes back against, pushing back against, pushing for, question, questioned, questioning, \
            questions whether, quote, quoted, quotes, quoting, rail against, railed against, \
            railing against, rails against, raise questions about, raised questions about, \
            raises questions about, raising questions about, rant about, ranted about, ranting about, \
            rants about, rationalise, rationalised, rationalises, rationalising, rationalize, \
            rationalized, rationalizes, rationalizing, rave about, raved about, raves about, \
            raving about, react to, reacted to, reacting to, reacts to, reaffirmed, rebuff, rebuffed, \
            rebuffing, rebuffs, rebuke, rebuked, rebukes, rebuking, rebut, rebuts, rebutted, rebutting, \
            recall, recant, recanted, recanting, recants, recap, recaped, recaping, recapitulate, \
            recapitulated, recapitulates, recapitulating, recaps, recasted, recasting, recasts, \
            refer to, refer to as, reference, referenced, references, referencing, referred to, \
            referred to as, referring to, referring to as, refers to, refers to as, reflect on, \
            reflected on, reflecting on, reflects on, refudiate, refudiated, refudiates, refudiating, \
            refute, refuted, refutes, refuting, regarded as, rehash, rehashed, rehashes, rehashing, \
            rejected, rejecting, rejects, relitigate, relitigated, relitigates, relitigating, renounce, \
            renounced, renounces, renouncing, replied to, replies to, reply to, replying to, reprimand, \
            reprimanded, reprimanding, reprimands, reproach, reproached, reproaches, reproaching, \
            repudiate, repudiated, repudiates, repudiating, respond to, responded to, responding to, \
            responds to, restated, retract, retracted, retracting, retracts, retweeted, reviewed, \
            revile, reviled, reviles, reviling, revisit, revisited, revisiting, revisits, \
            rhapsodise about, rhapsodised about, rhapsodises about, rhapsodising about, \
            rhapsodize about, rhapsodized about, rhapsodizes about, rhapsodizing about, ridicule, \
            ridiculed, ridicules, ridiculing, rip, rip into, ripped, ripped into, ripping, \
            ripping into, rips, rips into, root for, rooted for, rooting for, roots for, rule on, \
            rule out, ruled on, ruled out, rules on, rules out, ruling on, ruling out, salute, saluted, \
            salutes, saluting, satirizes, savage, savaged, savages, savaging, scoff at, scoffed at, \
            scoffing at, scoffs at, scolded, scorn, scorned, scorning, scorns, scream at, screamed at, \
            screaming at, screams at, seen as, seen by, seise on, seised on, seises on, seising on, \
            seize on, seizes on, seizing on, shared, shed light on, sheded light on, sheding light on, \
            sheds light on, shoot down, shooting down, shoots down, shot back, shout at, shout down, \
            shouted at, shouted down, shouting at, shouting down, shouts at, shouts down, show, showed, \
            showing, shown, shows, shruged off, shrugged off, shruging off, shrugs off, side with, \
            sided with, sides with, sidestep, sidesteped, sidesteping, sidesteps, siding with, \
            sign off on, signed off on, signing off on, signs off on, single out, singled out, \
            singles out, singling out, skewer, skewered, skewering, skewers, slam, slammed, slamming, \
            slams, slander, slandered, slandering, slanders, smear, smeared, smearing, smears, \
            snipe at, sniped at, snipes at, sniping at, snub, snubed, snubing, snubs, speak about, \
            speak of, speak out against, speaking about, speaking of, speaking out against, \
            speaks about, speaks of, speaks out against, speculate about, speculated about, \
            speculates about, speculating about, spined, spining, spoke about, spoke of, \
            spoke out against, spoken about, spoken of, spoken out against, spurn, spurned, spurning, \
            spurns, strike down, strikes down, striking down, struck down, swear at, swearing at, \
            swears at, swipe at, swiped at, swipes at, swiping at, swore at, sworn at, tabled, tabling, \
            tackle, tackled, tackles, tackling, take aim at, take issue with, taken aim at, \
            taken issue with, takes aim at, takes issue with, taking aim at, taking issue with, \
            talk down, talk of, talk up, talked about, talked down, talked of, talked up, \
            talking about, talking down, talking of, talking up, talks about, talks down, talks of, \
            talks up, tear into, teared into, tearing into, tears into, testified about, \
            testified against, testifies about, testifies against, testify about, testify against, \
            testifying about, testifying against, thank, threw cold water on, throw cold water on, \
            throwing cold water on, thrown cold water on, throws cold water on, titled, took aim at, \
            took issue with, touch on, touched on, touches on, touching on, touted, touting, touts, \
            trash, trashed, trashes, trashing, troll, trolled, trolling, trolls, underplay, \
            underplayed, underplaying, underplays, understate, understated, understates, understating, \
            unveil, unveiled, unveiling, unveils, upbraid, upbraided, upbraiding, upbraids, vilified, \
            vilifies, vilify, vilifying, vindicate, vindicated, vindicates, vindicating, vote against, \
            voted against, voted for, votes against, voting against, vouch for, vouched for, \
            vouches for, vouching for, walk back, walked back, walking back, walks back, warn about, \
            warn against, warn of, warned about, warned against, warned of, warning about, \
            warning against, warning of, warns about, warns against, warns of, wave off, waved off, \
            waves off, waving off, weigh in on, weighed in on, weighing in on, weighs in on, welcome, \
            welcomed, welcomes, went after, were seen, whitewash, whitewashed, whitewashes, \
            whitewashing, withdraw, withdrawing, withdrawn, withdraws, withdrew, wonder about, \
            wondered about, wondering about, wonders about, write about, writes about, writing about, \
            written about, wrote about, yell at, yelled at, yelling at, yells at, zero in on, \
            zeroed in on, zeroing in on, zeros in on",
        Governs::Clause => "acknowledgment, adamant, assess, assessed, assesses, assessing, aware, beted, beting, \
            calculate, calculated, calculates, calculating, cared, caring, certain, concerned, \
            confident, consider, contemplate, contemplated, contemplates, contemplating, convinced, \
            decide, decides, deciding, demonstrate, demonstrated, demonstrates, demonstrating, \
            discover, discovered, discovering, discovers, doubted, dream, dreamed, dreaming, dreams, \
            dreamt, ensured, ensures, establish, established, establishes, establishing, evidence, \
            examine, examined, examines, examining, explore, explored, explores, exploring, figure out, \
            figured, figured out, figures out, figuring, find, finding, finds, forget, forgets, \
            forgetting, forgot, forgotten, found, glad, guarantee, guess, guessed, guesses, guessing, \
            hears, illustrate, illustrated, illustrates, illustrating, imagine, imagined, imagines, \
            imagining, investigate, investigated, investigates, investigating, judged, judging, know, \
            knowing, knows, learn, learned, learning, learns, learnt, mattered, mattering, notice, \
            noticed, notices, noticing, optimistic, perceive, perceived, perceives, perceiving, ponder, \
            pondered, pondering, ponders, presume, presumed, presumes, presuming, proof, prove, proved, \
            proves, proving, realise, realised, realises, realising, realize, realized, realizes, \
            realizing, recognise, recognised, recognises, recognising, recognize, recognized, \
            recognizes, recognizing, remembered, remembering, resolve, resolves, \
            resolving, ruled, ruling, seeing, sensed, sensing, skeptical, suppose, supposed, supposes, \
            supposing, suspected, suspecting, trust, trusted, trusting, understand, understanding, \
            understands, understood, worried",
        Governs::Attitude => "remember, remembers, accept, accepted, accepts, admire, admired, admires, admiring, agree with, agreed with, \
            agreeing with, agrees with, anticipate, anticipated, anticipates, anticipating, \
            appreciated, appreciates, appreciating, approve of, approved of, approves of, approving of, \
            aspire, aspired, aspires, aspiring, assume, assumed, assumes, assuming, backed, believe, \
            believe in, believed, believed in, believes, believes in, believing, believing in, \
            care about, care for, cared about, cared for, cares about, cares for, caring about, \
            caring for, cherish, cherished, cherishes, cherishing, condone, condoned, condones, \
            condoning, considered, considering, considers, countenance, countenanced, countenances, \
            countenancing, crave, craved, craves, craving, deem, deemed, deeming, deems, desired, \
            desires, desiring, despair of, despaired of, despairing of, despairs of, despise, despised, \
            despises, despising, detest, detested, detesting, detests, disagree, disagree with, \
            disagreed, disagreed with, disagrees, disagrees with, disagreing, disagreing with, \
            disapprove of, disapproved, disapproved of, disapproves of, disapproving of, dislike, \
            disliked, dislikes, disliking, distrust, distrusted, distrusting, distrusts, doubt, \
            doubting, doubts, dread, dreaded, dreading, dreads, dream of, dreamed of, dreaming of, \
            dreams of, dreamt of, enjoy, enjoying, entertain, entertained, entertaining, entertains, \
            envied, envies, envisage, envisaged, envisages, envisaging, envision, envisioned, \
            envisioning, envisions, envy, envying, expect, expecting, fancied, fancies, fancy, \
            fancying, favor, favored, favoring, favour, favoured, favouring, favours, fear, feared, \
            fearing, fears, feel, feel like, feel that, feeling like, feeling that, feels like, \
            feels that, felt that, hate, hated, hates, hating, hope, hoped, hopes, hoping, lean toward, \
            leaned toward, leaning toward, leans toward, liked, likes, liking, loathed, loathes, \
            loathing, long for, longed for, longing for, longs for, look forward to, looked forward to, \
            looking forward to, looks forward to, loved, loves, loving, minded, minding, misjudge, \
            misjudged, misjudges, misjudging, mistrust, mistrusted, mistrusting, mistrusts, mull, \
            mulled, mulling, mulls, object to, objected to, objecting to, objects to, oppose, opposed, \
            opposes, opted, opts, optted, optting, overestimate, overestimated, overestimates, \
            overestimating, pictured, picturing, pitied, pities, pity, pitying, prefer, preferred, \
            preferring, prefers, prise, prised, prises, prising, prized, prizing, regard, regarded, \
            regards, regret, regrets, regretted, regretting, relish, relished, relishes, relishing, \
            resent, resented, resenting, resents, respecting, saw, see, seek, seeking, seeks, seem, \
            seemed, seems, sees, sought, strive, strived, strives, support, supported, supporting, \
            supports, suspect, suspected that, suspects, think, think about, think of, thinking about, \
            thinking of, thinks, thinks about, thinks of, thought, thought about, tolerate, tolerated, \
            tolerates, tolerating, trusts, underestimate, underestimated, underestimates, \
            underestimating, valued, valuing, view, viewed, views him, want, wanted, wanting, wants, \
            weighed, wish, wished, wishes, wishing, worried about, worried that, worries, worries that, \
            worry, worry that, worrying, worrying that, would envision, yearn for, yearned for, \
            yearning for, yearns for",
        Governs::Infinitive => "agree, agreed, agreeing, agrees, aim, aimed, aiming, appear, appeared, appearing, appears, \
            attempting, chooses, consent, consented, consenting, consents, conspired, conspiring, \
            decided, desire, desperate, determined, eager, electing, expected, expects, hesitant, \
            hesitate, hesitated, hesitates, hesitating, intend, intending, intends, longed, longs, \
            offer, offering, offers, planned, planning, plans, pledge, prepare, prepares, promise, \
            reluctant, resolved, rushes, scrambles, vow, willing, would like, would love, looking, yearn, yearned, yearning, yearns",
    };
}

phrases! {
    /// Nouns of speech and attitude, with what leads to their content.
    pub(super) static ATTRIBUTING_NOUNS: () = {
        () => "accusations of, criticism over, opposition from, accusation that, accusations against, accusations that, accusing of, acknowledgement that, \
            acknowledgment that, adamant about, adamant that, admiration for, admission of, \
            admission that, advocates of, affection for, afraid of, afraid that, alarmed by, \
            allegation that, allegations against, allegations of, allegations that, ambivalent about, \
            amused by, anger at, anger over, anger toward, angered by, angry about, angry at, \
            angry over, angry with, animosity toward, announcement that, annoyed by, annoyed with, \
            anxieties about, anxiety about, anxious about, appalled at, appalled by, appreciative of, \
            apprehensive about, approval of, argument against, argument for, argument that, \
            arguments that, ashamed of, assertion that, assertions that, assessment of, \
            assessment that, assumption that, assurance that, assurances that, attack against, \
            attacks against, attitude toward, attitudes about, attitudes toward, averse to, aware of, \
            aware that, backer of, backing for, baffled by, belief in, belief that, beliefs that, \
            blame for, bothered by, bullish about, bullish on, call for, call to, calls for, calls to, \
            cautious about, certain of, certain that, certainty that, champion of, champions of, \
            characterization of, charge that, charges against, charges that, claim that, claims about, \
            claims that, clear that, comfortable with, comment about, comment that, comments about, \
            comments on, commitment to, complaint about, complaint that, complaints about, \
            complaints that, concern about, concern that, concerned about, concerned that, \
            concerns about, concerns that, conclusion that, condemnation of, confession that, \
            confidence in, confidence that, confident about, confident in, confident that, \
            conscious of, consensus on, consensus that, contempt for, contemptuous of, contention that, \
            conversation about, conversations about, conviction that, convinced of, convinced that, \
            critic of, critical about, critical of, criticism for, criticism from, criticism of, \
            criticism that, critics of, critique of, curious about, decision on, declaration that, \
            defence of, defender of, defenders of, defense of, demand for, demand to, demands for, \
            demands to, denial that, denials that, denunciation of, depiction of, description of, \
            desire for, desire to, determination to, disappointed by, disappointed in, \
            disappointed that, disappointed with, disapproval of, disavowal of, discussion about, \
            discussions about, disdain for, disdainful of, disgusted by, disgusted with, dismayed by, \
            dismissal of, dismissive of, dissatisfied with, divided on, divided over, doubt about, \
            doubt that, doubtful that, doubts about, doubts that, eager for, eagerness to, embrace of, \
            enamored of, encouraged by, endorsement for, endorsement of, endorsements of, \
            enthusiastic about, excited about, expectation that, expectations that, faith in, \
            fear that, fears about, fears of, fears that, fed up with, feeling that, feelings about, \
            finding that, findings that, fond of, fondness for, frustrated by, frustrated with, \
            frustration over, furious about, furious at, glad that, grateful for, happy about, \
            happy that, happy with, hatred toward, heartened by, hope for, hope of, hope that, \
            hopeful about, hopeful that, hopes for, hopes that, horrified at, horrified by, hostile to, \
            hostility toward, impressed by, impressed with, impression that, in agreement with, \
            in defence of, in defense of, in favor of, in favour of, in opposition to, in praise of, \
            in support of, incensed by, indications that, indifferent to, indignation about, \
            insistence that, insistent on, insults against, intent on, intent to, intention to, \
            interested in, interpretation of, invitation to, irritated by, jealous of, joke about, \
            jokes about, keen on, leery of, lies about, love for, lukewarm on, mention of, mentions of, \
            message about, mindful of, misgivings about, mockery of, nervous about, observation that, \
            offended by, offer to, offers to, opinion of, opinion on, opinion that, opinions about, \
            opinions of, opinions on, opponent of, opposed to, opposition to, optimism about, \
            optimism that, optimistic about, optimistic that, orders to, outrage at, outrage over, \
            outraged at, outraged by, outraged that, outspoken about, passionate about, perception of, \
            perception that, perceptions of, pessimism about, pessimistic about, plans to, plea for, \
            plea to, pleas for, pleas to, pleased by, pleased that, pleased with, pledge that, \
            pledge to, portrayal of, position on, positions on, praise for, praise of, prediction that, \
            predictions that, preference for, premise that, promise of, promise that, promise to, \
            promises of, promises that, promises to, proponent of, proposals to, proposition that, \
            proud of, proud that, puzzled by, questions about, realization that, receptive to, \
            recognition that, recommendation that, recommendation to, reference to, references to, \
            refusal to, rejection of, relieved that, reluctance to, remark about, remark that, \
            remarks on, report that, repudiation of, request to, requests to, reservations about, \
            resistant to, respect for, revelation that, revelations that, rhetoric against, ruling on, \
            ruling that, rulings on, rumor that, rumors about, rumors that, rumour that, rumours that, \
            sad that, satisfied with, scornful of, sense that, shocked by, shocked that, sick of, \
            skeptical about, skeptical of, skeptical that, skepticism about, skepticism toward, \
            sorry for, sorry that, speculation about, speculation that, split on, split over, \
            stances on, statement about, statement against, statement that, statements about, \
            stunned by, suggestion that, suggestions that, support of, supporter of, supportive of, \
            sure of, surprised at, surprised by, surprised that, suspicion that, suspicions that, \
            suspicious of, sympathetic to, sympathetic toward, sympathy for, talk of, testimony that, \
            thankful for, theory that, thought that, thoughts about, threats to, thrilled that, \
            thrilled with, tirade against, tired of, torn between, troubled by, trust in, unaware of, \
            unaware that, uncertain about, uncertainty about, unclear how, unclear if, unclear what, \
            unclear why, uncomfortable with, undecided about, understanding of, understanding that, \
            uneasy about, unhappy about, unhappy with, unsure about, unsure whether, unwillingness to, \
            upset about, upset by, upset over, upset with, view that, views about, views of, \
            vocal about, vow that, vow to, vows to, warning about, warning of, warning that, \
            warnings about, warnings of, warnings that, wary of, willingness to, wish to, word that, \
            worried about, worried that, worries that, worry about, worry that",
    };
}

phrases! {
    /// Words before a colon that name no speaker.
    pub(super) static LABELS: () = {
        () => "breaking, update, updated, updates, correction, corrections, contributing, latest, twitter, facebook, revealed, wow, byline, note, notes, photo, photos, video, videos, watch, exclusive, related, source, sources, contact, email, name, date, place, published, credit, summary, headline, abstract, topic, tags, location, time, phone, image, images, read, live",
    };
}

phrases! {
    /// Verbs that only carry the noun after them: "expressed support for".
    pub(super) static EXPRESSING: () = {
        () => "express, expressed, expresses, expressing, voice, voiced, voices, voicing, issue, \
            issued, issues, raise, raised, raises, raising, make, made, makes, making, give, gave, \
            gives, giving, have, had, has, having, hold, holds, held, take, takes, took, taking, \
            offer, offered, offers, show, showed, shows, pose, posed, launched, launches",
    };
}

phrases! {
    /// Verbs whose subject a noun of speech befalls: "faced questions about".
    pub(super) static BEFALLING: () = {
        () => "face, faced, faces, facing, draw, drew, draws, drawn, drawing, receive, received, \
            receives, receiving, endure, endured, endures, enduring, spark, sparked, sparks, \
            prompt, prompted, prompts, fuel, fueled, fuels, driven, earn, earned, earns, win, won, \
            wins, winning, answer, answered, answering, amid, despite, lack, lacked, lacks",
    };
}

phrases! {
    /// Verbs that speak only before words: "added that", but "added a road".
    pub(super) static OF_WORDS: () = {
        () => "add, added, adding, adds, continue, continued, continues, continuing, read, reads, \
            reading, write, writes, writing, wrote, went on, go on, goes on, thought",
    };
}

phrases! {
    /// Said by people the text does not name.
    pub(super) static HEARSAY: () = {
        () => "reportedly, allegedly, purportedly",
    };
}

phrases! {
    /// What is written or counted, and shows things.
    pub(super) static WRITINGS: () = {
        () => "ad, analysis, article, average, averages, data, document, documents, email, emails, exit, \
            filing, filings, footage, letter, memo, numbers, poll, polling, polls, record, records, \
            report, reports, research, results, statistics, story, studies, study, survey, surveys, \
            video, videos",
    };
}

phrases! {
    /// Verbs whose form is a noun as well.
    pub(super) static NOUN_TOO: () = {
        () => "advocate, advocates, aim, aims, alert, alerts, answer, answers, appeal, appeals, approach, \
            attack, attacks, attempt, attempts, backing, bark, bash, bellow, blame, blast, blasts, \
            boast, boasts, boo, boos, brag, call, calls, caution, cautions, celebrate, censure, \
            challenge, challenges, champion, chant, chants, cheer, cheers, chuckle, claim, claims, \
            command, comment, comments, complaint, compliment, compliments, conjecture, contest, \
            contrast, counsel, counter, counters, crave, credit, credits, cries, cry, deadpan, debate, \
            debates, decision, demand, demands, desire, desires, detail, details, disbelief, discount, \
            discounts, dislike, dislikes, dispute, disputes, distrust, dodge, dodges, doubt, doubts, \
            dread, dream, dreams, duck, echo, embrace, envy, estimate, estimates, excuse, excuses, \
            fault, favor, favors, favour, favours, fear, fears, find, finds, forecast, forecasts, fume, \
            fumes, gripe, gripes, groan, growl, grumble, guarantee, guarantees, guess, hail, hate, \
            heckle, herald, hint, hints, holler, honor, honors, honour, hope, hopes, insult, insults, \
            intent, intimate, invite, invites, jeer, jeers, joke, jokes, knock, knocks, label, labels, \
            lament, laments, laugh, lecture, lectures, love, marvel, marvels, measure, mention, \
            mentions, mistrust, murmur, mutter, note, notes, object, objects, offer, offers, order, \
            orders, outline, outlines, pan, parry, petition, petitions, pitch, pity, plan, plans, \
            pledge, pledges, plug, praise, preach, process, profess, project, projects, promise, \
            promises, pronounce, protest, protests, purport, queries, query, question, questions, quip, \
            quips, quote, quotes, rant, rants, rave, raves, rebuff, rebuffs, rebuke, rebukes, rebuttal, \
            record, records, reference, references, regard, regards, regret, regrets, remark, remarks, \
            repeat, replies, reply, report, reports, reproach, request, requests, resolve, respect, \
            respects, retort, retorts, reveal, review, reviews, ridicule, rip, roar, ruling, savage, \
            scorn, scream, screams, second, shout, shouts, show, shows, sigh, sighs, signal, signals, \
            slam, slams, slander, slight, smear, smears, snap, snarl, snub, snubs, spin, spoof, spurn, \
            states, stress, support, supports, suspect, suspects, swipe, table, taunt, taunts, tease, \
            test, thought, threat, threats, thunder, tout, trust, tweet, tweets, vent, view, views, \
            volunteer, volunteers, vow, vows, warning, welcome, whisper, whispers, wish, wishes, \
            withdraw, worries, worry, yell, yells",
    };
}

phrases! {
    /// Verbs and adjectives that stand between a subject and "to" with its verb.
    pub(super) static CONTROLLERS: () = {
        () => "continue, continues, continued, continuing, tried, tries, try, trying, began, begins, begin, begun, beginning, started, starts, start, starting, struggled, struggles, struggle, struggling, tends, tend, tended, used, proceeded, proceeds, managed, manages, failed, fails, fail, failing, came, come, comes, got, gets, has, have, had, need, needs, needed, likely, unlikely, quick, able, unable, ready, slow, careful, compelled, forced, obliged, bound, loath, prone, happy, glad, pleased, sorry, about, going, supposed, set, sure, free, hard, rushed, rushes, hastened, moved, worked, works, working, stepped, pressed, afraid, unwilling, inclined, keen, anxious, next, refusing, stopped, paused, returned, returns, appeared, chose, chooses, dared, dares, bothered, deigned, vying",
    };
}

phrases! {
    /// Words between a subject and its verb that belong to the verb.
    pub(super) static AUXILIARIES: () = {
        () => "'d, 'll, 're, 've, actually, again, all, already, also, always, apparently, are, aren't, \
            be, been, being, bluntly, both, can, can't, clearly, consistently, could, couldn't, did, \
            didn't, directly, do, does, doesn't, don't, even, ever, falsely, famously, first, \
            frequently, further, generally, had, hadn't, has, hasn't, have, haven't, immediately, \
            initially, is, isn't, just, largely, lately, later, long, long since, may, might, must, \
            n't, never, not, now, often, once, only, openly, previously, privately, publicly, quickly, \
            really, recently, repeatedly, reportedly, rightly, sharply, should, simply, specifically, \
            still, strongly, subsequently, then, thus, too, twice, was, wasn't, were, weren't, will, \
            won't, would, wouldn't, wrongly, yet",
    };
}

phrases! {
    /// Words a subject's phrase never holds, so it begins after them.
    pub(super) static SUBJECT_STOPS: () = {
        () => "after, although, are, as, be, because, been, before, but, by, can, could, did, do, does, \
            had, has, have, however, if, is, may, not, on, or, said, says, since, so, than, that, then, \
            though, unless, until, was, were, what, when, where, which, while, who, whom, whose, why, \
            will, with, would, yet",
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
            | "at"
            | "from"
            | "with"
            | "into"
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

/// Words and marks that set one clause beside another.
pub(super) fn joins_clauses(word: &str) -> bool {
    matches!(
        word,
        "and" | "but" | "or" | "while" | "whereas" | "though" | "although" | ";" | "—" | "–" | ")"
    )
}

/// Words that open a clause before the main one.
pub(super) fn opens_subordinate(word: &str) -> bool {
    matches!(
        word,
        "when"
            | "after"
            | "while"
            | "as"
            | "although"
            | "though"
            | "if"
            | "since"
            | "because"
            | "before"
            | "once"
            | "even"
            | "whenever"
            | "until"
    )
}

/// Forms that make a clause of the words they stand in.
pub(super) fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "should"
            | "can"
            | "may"
            | "might"
            | "did"
            | "does"
            | "must"
    )
}
