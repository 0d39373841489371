#!/usr/bin/env python3
"""Networks of time beside ortools' CP-SAT and z3: equal answers, and how long each takes.

    cargo build --release -p bearings-order --examples
    python3 -m venv peers && peers/bin/pip install ortools z3-solver
    peers/bin/python scripts/peers/order.py target/release/examples/network [small networks, 200]

One thread each. The peers' times leave out building the model. CP-SAT and z3 give a bound for each
question asked, so beyond a hundred moments they are asked for a few, and the time for all is scaled.
"""

import itertools
import json
import random
import subprocess
import sys
import tempfile
import time

import z3
from ortools.sat.python import cp_model

# Times beyond any in the networks: CP-SAT wants every moment bounded, and creeps along wide ones.
FAR_SMALL, FAR_LARGE = 2_000, 1 << 20


def solve_ours(binary, count, clues, more=()):
    def written(clue):
        side = lambda value: "-" if value is None else str(value)
        return "|".join(
            ";".join(f"{x} {y} {side(low)} {side(high)}" for x, y, low, high in alternative)
            for alternative in clue
        )

    with tempfile.NamedTemporaryFile("w", suffix=".network") as file:
        file.write(f"moments {count}\n")
        file.writelines(written(clue) + "\n" for clue in clues)
        if more:
            file.write("more\n")
            file.writelines(written(clue) + "\n" for clue in more)
        file.flush()
        return json.loads(subprocess.check_output([binary, file.name]))


class CpSat:
    """Every clue holds: one of its alternatives, chosen by a literal."""

    def __init__(self, count, clues, assumed=False, far=FAR_LARGE):
        self.far = far
        self.model = cp_model.CpModel()
        self.at = [self.model.new_int_var(-far, far, f"t{n}") for n in range(count)]
        self.model.add(self.at[0] == 0)
        self.literals = []
        for clue in clues:
            literals = [self.model.new_bool_var("") for _ in clue]
            for literal, alternative in zip(literals, clue):
                for x, y, low, high in alternative:
                    apart = self.at[y] - self.at[x]
                    if low is not None:
                        held = self.model.add(apart >= low)
                        if assumed or len(clue) > 1:
                            held.only_enforce_if(literal)
                    if high is not None:
                        held = self.model.add(apart <= high)
                        if assumed or len(clue) > 1:
                            held.only_enforce_if(literal)
            if assumed:
                one = self.model.new_bool_var("")
                self.model.add_bool_or(literals + [one.Not()])
                self.model.add_assumption(one)
                self.literals.append(one)
            else:
                self.model.add_bool_or(literals)
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.max_time_in_seconds = 120

    def holds(self):
        return self.solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    def bound(self, moment, highest):
        (self.model.maximize if highest else self.model.minimize)(self.at[moment])
        if self.solver.solve(self.model) != cp_model.OPTIMAL:
            return "no answer"
        value = round(self.solver.objective_value)
        return None if abs(value) >= self.far // 2 else value

    def all_at_once(self, highest):
        """Without choices one solution has every moment at its earliest, another at its latest."""
        (self.model.maximize if highest else self.model.minimize)(sum(self.at))
        if self.solver.solve(self.model) != cp_model.OPTIMAL:
            return None
        values = [self.solver.value(at) for at in self.at]
        return [None if abs(value) >= self.far // 2 else value for value in values]

    def core(self):
        self.solver.solve(self.model)
        found = set(self.solver.sufficient_assumptions_for_infeasibility())
        return [n for n, literal in enumerate(self.literals) if literal.index in found]


class Z3:
    def __init__(self, count, clues):
        self.at = [z3.IntVal(0)] + [z3.Int(f"t{n}") for n in range(1, count)]
        self.said = [self.clue(clue) for clue in clues]

    def clue(self, clue):
        def held(alternative):
            parts = []
            for x, y, low, high in alternative:
                if low is not None:
                    parts.append(self.at[y] - self.at[x] >= low)
                if high is not None:
                    parts.append(self.at[y] - self.at[x] <= high)
            return z3.And(parts)

        return z3.Or([held(alternative) for alternative in clue])

    def holds(self, which=None):
        solver = z3.Solver()
        solver.set("timeout", 120_000)
        solver.add([said for n, said in enumerate(self.said) if which is None or n in which])
        return solver.check() == z3.sat

    def bound(self, moment, highest):
        solver = z3.Optimize()
        solver.set("timeout", 120_000)
        solver.add(self.said)
        wanted = (solver.maximize if highest else solver.minimize)(self.at[moment])
        if solver.check() != z3.sat:
            return "no answer"
        value = str(wanted.value())
        return None if "oo" in value else int(value)

    def core(self):
        solver = z3.Solver()
        solver.set("core.minimize", True)
        solver.set("timeout", 120_000)
        for n, said in enumerate(self.said):
            solver.assert_and_track(said, f"c{n}")
        solver.check()
        return sorted(int(str(name)[1:]) for name in solver.unsat_core())


def interval(rng, low, high):
    a, b = sorted((rng.randint(low, high), rng.randint(low, high)))
    return rng.choice([(a, b), (a, b), (a, None), (None, b)])


def small(rng):
    count = rng.randint(3, 6)
    clues = []
    for _ in range(rng.randint(3, 8)):
        clue = []
        for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
            x, y = rng.randrange(count), rng.randrange(1, count)
            clue.append([(x, y, *interval(rng, -6, 9))])
        clues.append(clue)
    return count, clues


def large(rng, events, each, choices=0):
    """Events in thirty days, true clues about them; some of several alternatives, one true."""
    minutes = 30 * 24 * 60
    true = [0]
    for _ in range(events):
        begin = rng.randrange(minutes)
        true += [begin, begin + rng.randrange(60)]
    clues = [[[(2 * n + 1, 2 * n + 2, 0, None)]] for n in range(events)]

    def one():
        kind = rng.randrange(10)
        a, b = rng.randrange(events), rng.randrange(events)
        if true[2 * a + 2] >= true[2 * b + 1]:
            a, b = b, a
        if kind < 5 and true[2 * a + 2] < true[2 * b + 1]:
            apart = true[2 * b + 1] - true[2 * a + 2]
            return (2 * a + 2, 2 * b + 1, *((1, None) if kind < 4 else (max(1, apart - 30), apart + 30)))
        moment = rng.randrange(1, 2 * events + 1)
        if kind == 6:
            return (0, moment, None, true[moment] + rng.randrange(3000))
        width = rng.randrange(600)
        return (0, moment, true[moment] - width, true[moment] + width)

    for _ in range(events * each):
        clues.append([[one()]])
    for _ in range(choices):
        x, y, low, high = one()
        shift = rng.choice([-720, -60, 60, 720])
        moved = (x, y, None if low is None else low + shift, None if high is None else high + shift)
        clues.append([[(x, y, low, high)], [moved]])
    return 2 * events + 1, clues, [[[one()]] for _ in range(50)]


def fewest(peer, count):
    """By z3 and subsets in the order of their size."""
    for size in range(1, count + 1):
        for which in itertools.combinations(range(count), size):
            if not peer.holds(set(which)):
                return size
    return None


def compare_small(binary, networks):
    rng = random.Random(5)
    conflicts = bounds = choices = 0
    for _ in range(networks):
        count, clues = small(rng)
        ours = solve_ours(binary, count, clues)
        choices += any(len(clue) > 1 for clue in clues)
        peer, other = CpSat(count, clues, far=FAR_SMALL), Z3(count, clues)
        holds = not ours["conflicts"]
        assert peer.holds() == holds == other.holds(), clues
        if not holds:
            conflicts += 1
            least = min(len(conflict["clues"]) for conflict in ours["conflicts"])
            assert least == fewest(other, len(clues)), (clues, ours["conflicts"])
            continue
        for moment in range(1, count):
            for highest, side in ((False, "earliest"), (True, "latest")):
                told = ours["bounds"][moment][side]
                asked = (peer.bound(moment, highest), other.bound(moment, highest))
                assert asked == (told, told), (clues, moment, side, told, asked)
                bounds += 1
    print(f"{networks} small networks, {choices} with choices: {bounds} bounds equal in all three,")
    print(f"  {conflicts} conflicts, each as small as z3 finds by trying every subset")


def timed(work):
    start = time.perf_counter()
    found = work()
    return found, time.perf_counter() - start


def compare_large(binary, events, choices, peers):
    rng = random.Random(events)
    count, clues, more = large(rng, events, 5, choices)
    ours = solve_ours(binary, count, clues, more)
    print(f"\n{events} events, {len(clues)} clues, {choices} with a choice")
    print(f"  ours: all bounds {ours['closed_s']:.4f} s ({ours['exact']:.1%} of them exact);", end=" ")
    worst, median = max(ours["more_s"]), sorted(ours["more_s"])[len(ours["more_s"]) // 2]
    print(f"one more clue {median * 1e3:.4f} ms, worst {worst * 1e3:.3f} ms;", end=" ")
    print(f"order {ours['order_s']:.3f} s, complete: {ours['complete']}")
    clues = clues + more
    for name, kind, asked in peers:
        peer = kind(count, clues)
        holds, once = timed(peer.holds)
        if not asked:
            print(f"  {name}: holds {holds} in {once:.3f} s, {once / ours['closed_s']:.0f} x ours with all bounds")
            continue
        total = 0.0
        equal = 0
        answered = 0
        for moment in rng.sample(range(1, count), asked):
            for highest, side in ((False, "earliest"), (True, "latest")):
                found, seconds = timed(lambda: peer.bound(moment, highest))
                total += seconds
                answered += found != "no answer"
                equal += found == ours["bounds"][moment][side]
        each = total / (2 * asked)
        everything = each * 2 * (count - 1)
        print(f"  {name}: holds {holds} in {once:.3f} s; {equal} of {answered} bounds equal ({2 * asked} asked),", end=" ")
        print(f"{each:.3f} s each, all {everything:.0f} s: {everything / ours['closed_s']:.0f} x ours")


def compare_all_at_once(binary, events):
    rng = random.Random(events + 2)
    count, clues, _ = large(rng, events, 5)
    ours = solve_ours(binary, count, clues)
    print(f"\n{events} events, {len(clues)} clues, all bounds at once")
    total, equal = 0.0, 0
    for highest, side in ((False, "earliest"), (True, "latest")):
        found, seconds = timed(lambda: CpSat(count, clues).all_at_once(highest))
        total += seconds
        equal += sum(a == b[side] for a, b in zip(found or [], ours["bounds"]))
    print(f"  ours {ours['closed_s']:.4f} s; CP-SAT, two solves with models: {equal} of {2 * count} equal,", end=" ")
    print(f"{total:.2f} s: {total / ours['closed_s']:.0f} x ours")


def compare_conflict(binary, events):
    rng = random.Random(events + 1)
    count, clues, _ = large(rng, events, 5)
    x, y, low, high = next(c[0][0] for c in clues[events:] if c[0][0][0] and c[0][0][2] == 1)
    clues.append([[(y, x, 1, None)]])
    ours = solve_ours(binary, count, clues)
    sizes = [(len(c["clues"]), c["smallness"]) for c in ours["conflicts"]]
    print(f"\n{events} events, {len(clues)} clues, one untrue")
    print(f"  ours: bounds and conflicts {sizes} in {ours['closed_s']:.3f} s")
    core, seconds = timed(Z3(count, clues).core)
    print(f"  z3, core.minimize: {len(core)} clues, {seconds:.2f} s: {seconds / ours['closed_s']:.0f} x ours")
    core, seconds = timed(CpSat(count, clues, assumed=True).core)
    print(f"  CP-SAT, assumptions: {len(core)} clues, {seconds:.2f} s: {seconds / ours['closed_s']:.0f} x ours")


def main():
    binary = sys.argv[1]
    compare_small(binary, int(sys.argv[2]) if len(sys.argv) > 2 else 200)
    def peers(cp_sat, z3_asked):
        return [("CP-SAT", CpSat, cp_sat), ("z3", Z3, z3_asked)]

    compare_large(binary, 50, 10, peers(20, 20))
    compare_large(binary, 100, 0, peers(20, 20))
    compare_large(binary, 1_000, 0, peers(10, 2))
    compare_large(binary, 1_000, 40, peers(10, 1))
    # z3 found no bound here within two minutes.
    compare_large(binary, 10_000, 0, peers(3, 0))
    for events in (100, 1_000, 10_000):
        compare_all_at_once(binary, events)
    compare_conflict(binary, 1_000)
    compare_conflict(binary, 10_000)


if __name__ == "__main__":
    main()
