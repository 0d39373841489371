#!/usr/bin/env python3
"""Tiles an OpenStreetMap extract until it has so many features, for measuring.

    find_tile.py EXTRACT.osm.pbf FEATURES OUT.osm.pbf

Every copy is moved east (and after a row north) by the extract's size and has numbers of its own:
as dense as the extract, without its neighbours. Nodes are written densely, 8,000 a block, in the
order nodes, ways, relations, as planet extracts are. Needs the PyPI package osmium to read.
"""
import struct
import sys
import zlib

import osmium


def varint(out, n):
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)


def signed(out, n):
    varint(out, (n << 1) ^ (n >> 63) if n >= 0 else ((-n) << 1) - 1)


def field(out, number, data):
    varint(out, number << 3 | 2)
    varint(out, len(data))
    out += data


def blob(to, kind, data):
    body = bytearray()
    varint(body, 2 << 3)
    varint(body, len(data))
    field(body, 3, zlib.compress(bytes(data), 6))
    head = bytearray()
    field(head, 1, kind)
    varint(head, 3 << 3)
    varint(head, len(body))
    to.write(struct.pack(">I", len(head)) + head + body)


class Block:
    """One primitive block made once per copy: the strings stay, numbers and places move."""

    def __init__(self):
        self.strings, self.known = [b""], {}

    def string(self, text):
        if text not in self.known:
            self.known[text] = len(self.strings)
            self.strings.append(text.encode())
        return self.known[text]

    def write(self, to, group):
        table, out = bytearray(), bytearray()
        for text in self.strings:
            field(table, 1, text)
        field(out, 1, table)
        field(out, 2, group)
        blob(to, b"OSMData", out)


def read(path):
    nodes, ways, relations = [], [], []
    for o in osmium.FileProcessor(path):
        tags = [(t.k, t.v) for t in o.tags]
        if o.is_node():
            nodes.append((o.id, round(o.location.lat * 1e7), round(o.location.lon * 1e7), tags))
        elif o.is_way():
            ways.append((o.id, [n.ref for n in o.nodes], tags))
        elif o.is_relation():
            relations.append((o.id, [("nwr".index(m.type), m.ref, m.role) for m in o.members], tags))
    return nodes, ways, relations


def main():
    path, wanted, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    nodes, ways, relations = read(path)
    here = sum(bool(n[3]) for n in nodes) + sum(bool(w[2]) for w in ways) + len(relations)
    copies = -(-wanted // here)
    # Numbers of a copy follow each other, as they mostly do within one edit.
    renumber = {}
    for kind, elements in (("n", nodes), ("w", ways), ("r", relations)):
        for at, element in enumerate(sorted(elements)):
            renumber[kind, element[0]] = at + 1
    sizes = {"n": len(nodes) + 10, "w": len(ways) + 10, "r": len(relations) + 10}
    lats, lons = sorted(n[1] for n in nodes), sorted(n[2] for n in nodes)
    cut = len(lats) // 500
    high, wide = lats[-cut - 1] - lats[cut], lons[-cut - 1] - lons[cut]
    row = max(1, int(copies ** 0.5))
    shift = lambda copy: ((copy // row) * high - (copies // row // 2) * high, (copy % row) * wide - row // 2 * wide)
    number = lambda kind, old, copy: copy * sizes[kind] + renumber.get((kind, old), sizes[kind] - 1)
    with open(out, "wb") as to:
        head = bytearray()
        field(head, 4, b"OsmSchema-V0.6")
        field(head, 4, b"DenseNodes")
        blob(to, b"OSMHeader", head)
        nodes.sort()
        for start in range(0, len(nodes) * copies, 8000):
            write_nodes(to, nodes, range(start, min(start + 8000, len(nodes) * copies)), number, shift)
        for kind, elements in (("w", sorted(ways)), ("r", sorted(relations))):
            templates(to, kind, elements, copies, number)
    print(f"{copies} copies of {here} features: {copies * here}")


def write_nodes(to, nodes, span, number, shift):
    block, group = Block(), bytearray()
    ids, lats, lons, tags = bytearray(), bytearray(), bytearray(), bytearray()
    last = (0, 0, 0)
    for at in span:
        copy, own = divmod(at, len(nodes))
        old, lat, lon, own_tags = nodes[own]
        north, east = shift(copy)
        now = (number("n", old, copy), lat + north, lon + east)
        for out, new, before in zip((ids, lats, lons), now, last):
            signed(out, new - before)
        last = now
        for k, v in own_tags:
            varint(tags, block.string(k))
            varint(tags, block.string(v))
        varint(tags, 0)
    dense = bytearray()
    for at, part in ((1, ids), (8, lats), (9, lons), (10, tags)):
        field(dense, at, part)
    field(group, 2, dense)
    block.write(to, group)


def templates(to, kind, elements, copies, number):
    for copy in range(copies):
        for start in range(0, len(elements), 4000):
            block, group = Block(), bytearray()
            for old, parts, tags in elements[start:start + 4000]:
                out, keys, values, refs, kinds, roles = (bytearray() for _ in range(6))
                varint(out, 1 << 3)
                varint(out, number(kind, old, copy))
                for k, v in tags:
                    varint(keys, block.string(k))
                    varint(values, block.string(v))
                last = 0
                for part in parts:
                    new = number("n", part, copy) if kind == "w" else number("nwr"[part[0]], part[1], copy)
                    signed(refs, new - last)
                    last = new
                    if kind == "r":
                        varint(kinds, part[0])
                        varint(roles, block.string(part[2]))
                field(out, 2, keys)
                field(out, 3, values)
                if kind == "r":
                    field(out, 8, roles)
                    field(out, 10, kinds)
                field(out, 8 if kind == "w" else 9, refs)
                field(group, 3 if kind == "w" else 4, out)
            block.write(to, group)


if __name__ == "__main__":
    main()
