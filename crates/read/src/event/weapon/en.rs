//! English names of weapons.

use bearings_model::WeaponKind;

use super::Words;
use crate::lexicon::phrases;

phrases! {
    static WEAPONS: WeaponKind = {
        WeaponKind::Artillery => "artillery, artillery fire, howitzer, howitzers, shell, shells, artillery shell, artillery shells, tank shells, self-propelled guns, heavy guns",
        WeaponKind::Mortar => "mortar, mortars, mortar fire, mortar shell, mortar shells, mortar round, mortar rounds",
        WeaponKind::RocketArtillery => "rocket, rockets, multiple rocket launcher, multiple rocket launchers, multiple launch rocket system, multiple launch rocket systems, grad, grad rockets, grad rocket, grads, grad system, uragan, uragan rockets, smerch, smerch rockets, himars, katyusha, katyushas, rocket artillery, rocket fire",
        WeaponKind::Missile => "missile, missiles, missile strike, missile strikes, guided missile, guided missiles, s-300, s-300 missiles, anti-tank missile, anti-tank missiles, hypersonic missile, hypersonic missiles, kinzhal, kinzhals, surface-to-air missile",
        WeaponKind::CruiseMissile => "cruise missile, cruise missiles, kalibr, kalibrs, kalibr missile, kalibr missiles, kh-101, kh-22, tomahawk, tomahawks, storm shadow",
        WeaponKind::BallisticMissile => "ballistic missile, ballistic missiles, iskander, iskanders, iskander missile, iskander missiles, iskander-m, tochka-u, tochka-u missile, scud, scuds, scud missile, scud missiles, atacms",
        WeaponKind::Drone => "drone, drones, kamikaze drone, kamikaze drones, attack drone, attack drones, shahed, shaheds, shahed drone, shahed drones, uav, uavs, unmanned aerial vehicle, unmanned aerial vehicles, quadcopter, quadcopters, lancet, lancets, bayraktar, bayraktars, fpv drone, fpv drones",
        WeaponKind::AerialBomb => "aerial bomb, aerial bombs, air-dropped bomb, air-dropped bombs, guided bomb, guided bombs, glide bomb, glide bombs, barrel bomb, barrel bombs, unguided bomb, unguided bombs, bunker buster, bunker busters, fab-500, fab-250",
        WeaponKind::Aircraft => "warplane, warplanes, fighter jet, fighter jets, helicopter, helicopters, helicopter gunship, helicopter gunships, attack helicopter, attack helicopters, bomber, bombers, aircraft, su-34, su-25",
        WeaponKind::ClusterMunition => "cluster munition, cluster munitions, cluster bomb, cluster bombs, cluster rockets, cluster rocket, submunition, submunitions, bomblets",
        WeaponKind::Incendiary => "incendiary, incendiary munitions, incendiary weapons, incendiary bombs, white phosphorus, phosphorus bombs, phosphorus munitions, napalm, molotov cocktail, molotov cocktails, petrol bomb, petrol bombs, firebomb, firebombs",
        WeaponKind::Thermobaric => "thermobaric, thermobaric weapon, thermobaric weapons, thermobaric rockets, vacuum bomb, vacuum bombs, tos-1, tos-1a",
        WeaponKind::Landmine => "landmine, landmines, land mine, land mines, anti-personnel mine, anti-personnel mines, antipersonnel mine, antipersonnel mines, anti-tank mine, anti-tank mines, mine, mines",
        WeaponKind::ExplosiveDevice => "bomb, bombs, car bomb, car bombs, truck bomb, roadside bomb, roadside bombs, dynamite, dynamite charge, dynamite charges, explosive device, explosive devices, improvised explosive device, ied, ieds, explosives, explosive charge, explosive charges, suicide vest, booby trap, booby traps, tnt",
        WeaponKind::Grenade => "grenade, grenades, hand grenade, hand grenades, rocket-propelled grenade, rocket-propelled grenades, rpg, rpgs, grenade launcher, grenade launchers",
        WeaponKind::SmallArms => "rifle, rifles, assault rifle, assault rifles, machine gun, machine guns, machine-gun, machine-gun fire, submachine gun, submachine guns, machinegun, machineguns, pistol, pistols, handgun, handguns, shotgun, shotguns, small arms, small arms fire, sniper fire, sniper, snipers, automatic weapons, automatic fire, ak-47, m-16, kalashnikov, kalashnikovs, gunfire, bullet, bullets",
        WeaponKind::VehicleMounted => "tank, tanks, tank fire, tank round, armoured vehicle, armoured vehicles, armored vehicle, armored vehicles, armoured personnel carrier, armoured personnel carriers, infantry fighting vehicle, infantry fighting vehicles",
    };
}
phrases! {
    static NO_WEAPON: () = {
        () => "shell company, coal mine, coal mines, iron mine, gold mine, salt mine, mine workers, mine shaft, mine worker, water tank, water tanks, fuel tank, fuel tanks, oil tank, oil tanks, gas tank, storage tank, storage tanks, fish tank, aircraft factory, aircraft plant, tank factory, tank plant, missile factory, rocket factory, bomb shelter, bomb shelters, bomb squad, bomb disposal, bomb threat, bomb threats, artillery museum, mines ministry, mine clearance, anti-missile, anti-tank unit, drone footage, drone video, drone images, mine closure, police helicopter, rescue helicopter, medical helicopter, was mine, is mine, mine is, mine said, think tank, drone factory, a mine collapsed",
    };
}

pub(super) fn words() -> Words {
    Words {
        weapons: &WEAPONS,
        none: &NO_WEAPON,
    }
}
