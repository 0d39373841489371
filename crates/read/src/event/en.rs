//! English words that tell of an event.

use bearings_model::EventKind;

use super::Words;
use crate::lexicon::phrases;

phrases! {
    static EVENTS: EventKind = {
        EventKind::Shelling => "shelling, shelled, shells hit, shell hit, shells landed, shell landed, shellfire, artillery fire, bombardment, bombarded, bombarding, mortar fire, mortars hit, rockets exploding, rocket fire, grad rockets hit, cluster munitions, cluster munition, barrage, rockets hit, rocket hit, rockets struck, rocket attack, rocket attacks",
        EventKind::AirStrike => "air strike, air strikes, airstrike, airstrikes, air raid, air raids, bombed, bombing, bombs, aerial bomb, guided bomb, warplanes struck",
        EventKind::MissileStrike => "missile strike, missile strikes, missile hit, missiles hit, missile struck, missiles struck, iskander, cruise missile, ballistic missile, missile attack",
        EventKind::DroneStrike => "drone strike, drone strikes, drone attack, drones attacked, drone hit, drones hit, drone struck",
        EventKind::Firefight => "firefight, gunfight, gunfire, gunshots, gun battle, clashes, clash, clashed, fighting, street fighting, battle, battles, exchange of fire, skirmish, shootout, fires a, fired a, is firing, firing, fired, taking out, took out, ambush, ambushed, opened fire, intervening, intervened, engaged",
        EventKind::Advance => "advance, advanced, advancing, invaded, invasion, invade, approached, approaching, pushing into, push in, pushing in, big push, pushed into, push into, entered, entering, not enter, enter the city, enter the town, enter the village, broke into, broke through, breakthrough, moved into, tanks rolled in, troops rolled in, forces rolled in, tanks rolled into, troops rolled into, offensive, assault, stormed, storming, encircled, encircling, surround, surrounded, attempt to advance, incursion",
        EventKind::Retreat => "retreat, retreated, retreating, withdrew, withdraw, withdrawn, withdrawal, withdrawing, pulled back, reversing, fled, driven out, pushed back, run away, ran away, walked back",
        EventKind::Capture => "captured, seized, took control, taken control, has fallen, falls, fell to, take control, under control of, overran, occupied, occupy, occupation, recaptured, retook, liberated, taken over, takeover, take the city, will take, not take, to take the",
        EventKind::Defence => "holding the line, hold the line, held the line, kept at bay, at bay, held off, holding off, repelled, repelling, repulsed, resisting, resistance, defending, defended, fought off, beaten back",
        EventKind::Explosion => "explosion, explosions, exploded, exploding, blast, blasts, detonated, detonation, blew up, blown up",
        EventKind::Fire => "set on fire, on fire, burning, burned, burnt, ablaze, in flames, blaze, set fire",
        EventKind::Arrest => "arrested, arrests, arrest, detained, detention, rounded up, taken prisoner, prisoners of war",
        EventKind::Evacuation => "evacuated, evacuation, evacuations, evacuate, evacuating, humanitarian corridor, humanitarian corridors",
        EventKind::Crossing => "crossed the border, crossing the border, crossed into, border crossing",
        EventKind::Protest => "protest, protests, protested, demonstration, demonstrated, rally, rallied, cheering, demonstrators",
        EventKind::Looting => "looted, looting, pillaged, looters",
        EventKind::Landmine => "landmine, landmines, mined, minefield, mines",
        EventKind::InfrastructureHit => "power station, power plant, substation, pipeline was hit, power outage, blackout, gas pipeline, water supply, was damaged, were damaged, was destroyed, were destroyed, destroyed, destroying, damaged, damaging, hit the, been hit, not hit, never hit, not been hit, be hit, got hit, hit by, was hit, were hit, struck, hit a, struck a",
        EventKind::Attack => "attack, attacked, attacks, attacking, shooting, attempt on the life, attempt on his life, attempt against, attempts against, terrorist act, terrorist acts, terrorist action, terrorist actions, terrorist attack, terrorist attacks, machinegunned, strafed, stoned, strafing",
        EventKind::Bombing => "car bomb, car bombs, bomb attack, bomb attacks, bomb exploded, bombs exploded, bomb explosion, planted a bomb, placed a bomb, dynamite attack, dynamite attacks, dynamited, dynamite charge, dynamite charges, charge of dynamite, explosive charge, explosive charges, explosive device, explosive devices, bomb destroyed, bomb damaged, bomb went off, bombs went off, bomb was placed, bomb was planted, bombs were placed, bombs were planted, bomb placed, bomb planted, bomb blast, bomb blasts, set off a bomb, hurled a bomb, threw a bomb, detonated a bomb, dynamite bomb, dynamite bombs, bombing attack, bombing attacks, powerful bomb, bomb was set off, bomb was thrown, bombs were set off, threw a grenade, hurled a grenade, hurled grenades, threw grenades, hand grenade, booby trap, booby traps, molotov cocktail, molotov cocktails, suicide bomber, suicide bombing",
        EventKind::Killing => "shot dead, shot to death, shot and killed, murdered, assassinated, assassination, assassinations, massacred, massacre, massacres, executed by, murder of, murders of, murder, gunned down, slaying of, killing of, killings of",
        EventKind::Kidnapping => "kidnapped, kidnapping, kidnappings, kidnappers, held hostage, hostages, abducted, abduction, abductions, taken hostage, took hostage",
        EventKind::Arson => "arson, arson attack, arson attacks, set fire to, setting fire to, torched, burned down, burned several, burned two, burned three, set ablaze",
        EventKind::Robbery => "robbed, robbery, robberies, holdup, bank robbery, armed robbery",
        EventKind::Deployment => "deployment, deployed, deploy, deploying, reinforcements, massing, build-up, buildup, troop movements, mobilised, mobilized, mobilisation, mobilization",
    };
}
phrases! {
    static NO_EVENT: () = {
        () => "bomb squad, bomb squads, bomb threat, bomb threats, bomb shelter, bomb shelters, shell company, artillery museum, under attack ads, heart attack, heart attacks, fire department, fire brigade, fire service, shot by a, the fall, fighting for her life, fighting for his life",
    };
}

phrases! {
    static OVER: () = {
        () => "longer",
    };
}

pub(super) fn words() -> Words {
    Words {
        events: &EVENTS,
        none: &NO_EVENT,
        over: &OVER,
    }
}
